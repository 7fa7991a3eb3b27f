import { Progress } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import { isOpen } from '@/domain/work'
import type { RebuildRow } from '@/pipeline/operate/rebuild-rollups'
import { ClientWords } from '../../_shell/client-words'
import { RecountButtons } from './recount-buttons'
import classes from './status.module.css'

/** Whether rollups equal their recount: the last one and what it found, how far the one under way is, and a way to start one. */
export const RecountCard = ({ latest, mayRebuild }: { latest: RebuildRow | undefined; mayRebuild: boolean }) => {
  const t = useTranslations('recount')
  const isUnderWay = latest !== undefined && isOpen(latest.state)
  const { done = 0, total = null } = latest ?? {}
  return (
    <Card title={t('title')}>
      <div className={classes.recount}>
        <p className={classes.lead}>{t('lead')}</p>
        {isUnderWay && (
          <Progress value={total ? (done / total) * 100 : 0} aria-label={t('progress')} size="sm" animated={!total} />
        )}
        <p role="status">
          {!latest && t('never')}
          {isUnderWay && (total === null ? t('waiting') : t('running', { done, total }))}
          {latest?.state === 'done' && t('done', { rollups: latest.rollups, mended: latest.mended })}
          {latest?.state === 'failed' && t('failed')}
          {latest?.state === 'cancelled' && t('cancelled', { done, total: total ?? 0 })}
          {latest && (
            <span className={classes.by}>
              {' '}
              <Moment at={latest.finishedAt ?? latest.createdAt} /> · {latest.by}
            </span>
          )}
        </p>
        {mayRebuild && (
          <ClientWords of={['recount']}>
            <RecountButtons isUnderWay={isUnderWay} />
          </ClientWords>
        )}
      </div>
    </Card>
  )
}
