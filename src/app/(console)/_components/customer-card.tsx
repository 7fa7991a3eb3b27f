import { Mail, Phone } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Moment } from '@/components/ui/moment'
import classes from './customer-card.module.css'

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
}

const shown = (value: unknown): string | null => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(String).join(', ') : null
}

/** Who answered, and how to reach them for those who may. */
export const CustomerCard = ({ customer, mayContact }: { customer: Customer | null; mayContact: boolean }) => {
  const t = useTranslations('customer')
  const locale = useLocale()
  if (!customer) {
    return (
      <Card title={t('title')}>
        <p className={classes.quiet}>{t('anonymous')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('title')}>
      <p className={classes.name}>{customer.name ?? customer.externalId ?? t('unnamed')}</p>
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
          { name: t('responses'), value: customer.responses ?? null },
          { name: t('cases'), value: customer.cases ?? null },
        ]}
      />
    </Card>
  )
}
