import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { HealthAnswer, HealthReason } from '@/domain/customer/health'

const scaleOf: Readonly<Record<string, number>> = { nps: 10, csat: 5, ces: 7 }

/** The words of a reason, with what it speaks of. */
export const useReasonWords = (): ((reason: HealthReason) => string) => {
  const t = useTranslations('health')
  const metrics = useTranslations('metrics')
  const locale = useLocale()
  const format = useFormatter()
  const day = (at: Date) => format.dateTime(at, { day: 'numeric', month: 'short', year: 'numeric' })
  const score = ({ metric, value }: HealthAnswer) =>
    t('score', {
      metric: metrics(`name.${metric as 'nps'}`),
      value: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value),
      scale: scaleOf[metric] ?? 0,
    })
  return ({ key, count, answer, before, at }) =>
    t(`reason.${key}`, {
      count: count ?? 0,
      score: answer ? score(answer) : '',
      before: before ? score(before) : '',
      answered: answer ? day(answer.at) : '',
      at: at ? day(at) : '',
    })
}
