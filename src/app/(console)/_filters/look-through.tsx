import { getTranslations } from 'next-intl/server'
import { type ReactNode, Suspense } from 'react'
import { Card } from '@/components/ui/card'
import type { newReading } from '@/pipeline/analyze/new-reading'
import { LookParts } from './look-parts'
import classes from './look-through.module.css'

type Reading = ReturnType<typeof newReading>

/** A document of its own takes this one’s place, so the browser hangs up on it, and what is still being read is given up. */
const Looking = async ({ reading, cancelHref }: { reading: Reading; cancelHref: string }) => {
  const t = await getTranslations('filters.looking')
  return (
    <Card>
      <div role="status" className={classes.looking}>
        <h2>{t('title')}</h2>
        <p>{t('why')}</p>
        <LookParts progress={reading.progress} />
        <a href={cancelHref}>{t('cancel')}</a>
      </div>
    </Card>
  )
}

type Props = {
  reading: Reading
  /** what is asked for: another question begins anew */
  asked: string
  cancelHref: string
  children: ReactNode
}

/** Stands where numbers of single responses will be, and says how far the search for them is. */
export const LookThrough = ({ reading, asked, cancelHref, children }: Props) => (
  <Suspense key={asked} fallback={<Looking reading={reading} cancelHref={cancelHref} />}>
    {children}
  </Suspense>
)
