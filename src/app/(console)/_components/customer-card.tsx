import { Mail, Phone } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Moment } from '@/components/ui/moment'
import classes from './customer-card.module.css'
import { type Refused, RefusedMark } from './refused-mark'

type Customer = {
  name: string | null
  externalId: string | null
  email: string | null
  phone: string | null
  value: number | null
  attributes: Record<string, unknown>
  since?: string
  responses?: number
  cases?: number
  unsubscribedAt?: Date | null
  mailRefused?: Refused | null
}

const shown = (value: unknown): string | null => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(String).join(', ') : null
}

/** The screen of one customer; undefined of an anonymous one. */
export const hrefOfCustomer = (customer: { id: string } | null): string | undefined =>
  customer ? `/customers/${customer.id}` : undefined

type CustomerCardProps = {
  customer: Customer | null
  mayContact: boolean
  mayClear?: boolean /** of their own screen */
  href?: string | undefined
}

/** Who answered, and how to reach them for those who may. */
export const CustomerCard = ({ customer, mayContact, mayClear = false, href }: CustomerCardProps) => {
  const t = useTranslations('customer')
  const locale = useLocale()
  if (!customer) {
    return (
      <Card title={t('title')}>
        <p className={classes.quiet}>{t('anonymous')}</p>
      </Card>
    )
  }
  const name = customer.name ?? customer.externalId ?? t('unnamed')
  return (
    <Card title={t('title')}>
      <p className={classes.name}>
        {href ? (
          <Link prefetch={false} href={href}>
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      {mayContact && (customer.phone || customer.email) && (
        <p className={classes.contact}>
          {customer.phone && (
            <a href={`tel:${customer.phone.replace(/[^+\d]/g, '')}`}>
              <Phone size={15} strokeWidth={1.5} aria-hidden /> {t('call')}
            </a>
          )}
          {customer.email && (
            <a href={`mailto:${customer.email}`}>
              <Mail size={15} strokeWidth={1.5} aria-hidden /> {t('write')}
            </a>
          )}
        </p>
      )}
      {mayContact && customer.email && customer.mailRefused && (
        <div className={classes.refused}>
          <RefusedMark address={customer.email} refused={customer.mailRefused} mayClear={mayClear} />
        </div>
      )}
      <Facts
        facts={[
          { name: t('id'), value: customer.externalId },
          { name: t('email'), value: mayContact ? customer.email : null },
          { name: t('phone'), value: mayContact ? customer.phone : null },
          {
            name: t('value'),
            value:
              customer.value === null ? null : new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(customer.value),
          },
          ...Object.entries(customer.attributes).map(([name, value]) => ({ name, value: shown(value) })),
          { name: t('since'), value: customer.since ? <Moment at={customer.since} as="day" /> : null },
          { name: t('asking'), value: customer.unsubscribedAt ? t('unsubscribed', { at: customer.unsubscribedAt }) : null },
          { name: t('responses'), value: customer.responses ?? null },
          { name: t('cases'), value: customer.cases ?? null },
        ]}
      />
    </Card>
  )
}
