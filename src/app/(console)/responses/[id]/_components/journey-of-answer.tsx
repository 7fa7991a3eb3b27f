import { useLocale, useTranslations } from 'next-intl'
import { formatDuration } from '@/components/format/format-duration'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import type { ResponseDetail } from '@/pipeline/analyze/get-response'
import classes from './response.module.css'

const stations = ['submittedAt', 'acceptedAt', 'scoredAt', 'alertedAt', 'deliveredAt', 'acknowledgedAt'] as const

/** When the answer passed each station, and how long that took from the one before. */
export const JourneyOfAnswer = ({ times }: { times: ResponseDetail['times'] }) => {
  const t = useTranslations('response')
  const locale = useLocale()
  const passed = stations.flatMap((station) => {
    const at = times[station]
    return at ? [{ station, at }] : []
  })
  return (
    <Card title={t('times')}>
      <ol className={classes.times}>
        {passed.map(({ station, at }, index) => {
          const before = passed[index - 1]
          return (
            <li key={station} className={classes.time}>
              <span>{t(`station.${station}`)}</span>
              <Moment at={at} as={index === 0 ? 'minute' : 'time'} />
              <span className={classes.lag}>
                {before && `+${formatDuration(Math.max(0, Date.parse(at) - Date.parse(before.at)), locale)}`}
              </span>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
