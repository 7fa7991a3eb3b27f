import { useLocale, useTranslations } from 'next-intl'
import { formatDuration } from '@/components/format/format-duration'
import { Card } from '@/components/ui/card'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import type { StepTimes } from '@/domain/case/loop'

/** How long each step took, in business and in real time. */
export const TimesCard = ({ times }: { times: readonly StepTimes[] }) => {
  const t = useTranslations('loop')
  const locale = useLocale()
  const show = (minutes: number | null | undefined, isQuick: boolean) =>
    minutes === null || minutes === undefined ? '–' : formatDuration(minutes * 60_000, locale, isQuick ? 'millisecond' : 'minute')
  const columns = ['businessHalf', 'businessMost', 'realHalf', 'realMost', 'realNearly', 'n'] as const
  const head = [{ key: 'step', label: t('step') }, ...columns.map((key) => ({ key, label: t(`column.${key}`), isNumber: true }))]
  return (
    <Card title={t('times')} aside={t('timesAside')} isFlush>
      <Table label={t('times')} head={head}>
        {times.map(({ step, n, real, business }) => (
          <tr key={step}>
            <td>
              {t(`steps.${step}`)}
              <div className={mutedCell}>{t(`stepHint.${step}`)}</div>
            </td>
            <td className={numberCell}>{show(business?.p50, step === 'alert')}</td>
            <td className={numberCell}>{show(business?.p90, step === 'alert')}</td>
            <td className={numberCell}>{show(real.p50, step === 'alert')}</td>
            <td className={numberCell}>{show(real.p90, step === 'alert')}</td>
            <td className={numberCell}>{show(real.p95, step === 'alert')}</td>
            <td className={numberCell}>{new Intl.NumberFormat(locale).format(n)}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
