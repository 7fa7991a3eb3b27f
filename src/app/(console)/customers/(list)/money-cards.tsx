import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { Money } from '@/pipeline/analyze/get-money'
import classes from './customers.module.css'

type MoneyCardsProps = { money: { atRisk: Money; recovered: Money }; days: number; hrefs: Record<'atRisk' | 'recovered', string> }

/** What is at stake and what was won back: each sum with how many customers are behind it, and a click from them. */
export const MoneyCards = ({ money, days, hrefs }: MoneyCardsProps) => {
  const t = useTranslations('customers')
  const locale = useLocale()
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  return (
    <div className={classes.money}>
      {(['atRisk', 'recovered'] as const).map((key) => {
        const { value, customers, withoutValue } = money[key]
        const isUnknown = customers > 0 && customers === withoutValue
        return (
          <Card key={key} title={t(`money.${key}`)}>
            <Link prefetch={false} href={hrefs[key]} className={classes.amount} aria-label={t(`money.open.${key}`)}>
              {isUnknown ? '–' : whole.format(value)}
            </Link>
            <p className={classes.who}>
              <span>{t('money.customers', { count: customers })}</span>
              {withoutValue > 0 && <span>{t('money.withoutValue', { count: withoutValue })}</span>}
            </p>
            <p className={classes.meaning}>{t(`money.meaning.${key}`, { days })}</p>
          </Card>
        )
      })}
    </div>
  )
}
