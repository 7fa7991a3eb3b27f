import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { channelLabel } from '@/components/format/channel-label'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import type { Arrival } from '@/pipeline/analyze/get-arrivals'
import { LiveRefresh } from '../../../../_live/live-refresh'
import classes from './share.module.css'

/** What came in within the last hour and from where: whether a link, a code or a site works. */
export const ArrivalsCard = ({ arrivals, surveyKey }: { arrivals: readonly Arrival[]; surveyKey: string }) => {
  const t = useTranslations('share')
  const channels = useTranslations('channels')
  return (
    <Card title={t('arrivals')} aside={<LiveRefresh types={['response']} />}>
      {arrivals.length === 0 ? (
        <p className={classes.hint}>{t('noArrivals')}</p>
      ) : (
        <ul className={classes.arrivals}>
          {arrivals.map(({ channel, source, responses, lastAt }) => (
            <li key={`${channel} ${source}`}>
              <span>
                {[channelLabel(channels, channel), source].filter(Boolean).join(' · ') || t('unknownSource')}
                <small>
                  {t('last')} <Moment at={lastAt} as="relative" />
                </small>
              </span>
              <b>{responses}</b>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.more}>
        <Link prefetch={false} href={`/responses?survey=${surveyKey}`}>
          {t('toResponses')}
        </Link>
      </p>
    </Card>
  )
}
