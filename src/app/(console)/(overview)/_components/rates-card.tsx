import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { type Failure, isFailure } from '@/domain/errors'
import type { Rate, Rates } from '@/pipeline/analyze/get-rates'
import { ChangeLine } from './change-line'
import classes from './overview.module.css'

/** How many of those invited answer, and how many of those who begin finish. It comes after the rest: single responses are counted. */
export const RatesCard = async ({ rates, title }: { rates: Promise<Rates | Failure>; title?: ReactNode }) => {
  const [t, locale, found] = await Promise.all([getTranslations('overview.rates'), getLocale(), rates])
  if (isFailure(found))
    return (
      <Card title={title ?? t('title')}>
        <p className={classes.nothing}>{t('tooSlow')}</p>
      </Card>
    )
  const count = (number: number) => new Intl.NumberFormat(locale).format(number)
  const completedOf = ({ summary }: Rate) => count(summary.counts.satisfied ?? 0)
  const { response, completion } = found
  const shown = (name: string, rate: Rate, said: string): ReactNode => (
    <section className={classes.rate}>
      <h3>{name}</h3>
      <Estimate kind="csat" summary={rate.summary} />
      <ChangeLine kind="csat" better="more" comparison={rate.comparison} summary={rate.summary} previous={rate.previous} />
      <p className={classes.rateOf}>{said}</p>
    </section>
  )
  const empty = (name: string, said: string, way?: ReactNode): ReactNode => (
    <section className={classes.rate}>
      <h3>{name}</h3>
      <p className={classes.rateOf}>{said}</p>
      {way && <p className={classes.rateOf}>{way}</p>}
    </section>
  )
  const toSurveys = (
    <Link prefetch={false} href="/surveys">
      {t('toSend')}
    </Link>
  )
  return (
    <Card title={title ?? t('title')}>
      {response === null && empty(t('response'), t('underCondition'))}
      {response?.summary.n === 0 && empty(t('response'), t('noneSent'), toSurveys)}
      {response &&
        response.summary.n > 0 &&
        shown(t('response'), response, t('responseOf', { completed: completedOf(response), n: count(response.summary.n) }))}
      {completion.summary.n === 0
        ? empty(t('completion'), t('noneBegun'))
        : shown(
            t('completion'),
            completion,
            t('completionOf', { completed: completedOf(completion), n: count(completion.summary.n) }),
          )}
    </Card>
  )
}
