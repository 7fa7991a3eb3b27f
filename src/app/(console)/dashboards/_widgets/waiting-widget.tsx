import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { Card } from '@/components/ui/card'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { LookParts, type Progress } from '../../_filters/look-parts'
import type { Board } from './board'
import { stopHref } from './stop-href'
import classes from './widgets.module.css'

type WaitingProps = { id: string; name: string; board: Board; progress: Progress }

/** Only where single responses are looked at; daily counts are there before anybody could read this. */
const HowFar = async ({ id, board, progress }: Omit<WaitingProps, 'name'>) => {
  await progress.reached(0)
  const t = await getTranslations('filters.looking')
  const href = stopHref(board, id)
  return (
    <>
      <p>{t('title')}</p>
      <LookParts progress={progress} />
      {href && <a href={href}>{t(isKeptInRollups(board.narrowing) ? 'stop' : 'cancel')}</a>}
    </>
  )
}

/** Stands in a widget's place until its numbers are there, and says how far the search for them is. */
export const WaitingWidget = async ({ name, ...watched }: WaitingProps) => {
  const t = await getTranslations('dashboards')
  return (
    <Card title={name}>
      <div className={classes.waiting} data-waiting role="status" aria-label={t('loading', { name })}>
        <Suspense>
          <HowFar {...watched} />
        </Suspense>
      </div>
    </Card>
  )
}
