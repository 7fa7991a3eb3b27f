import { Suspense } from 'react'
import type { newReading } from '@/pipeline/analyze/new-reading'
import classes from './look-through.module.css'

export type Progress = ReturnType<typeof newReading>['progress']

const parts = Array.from({ length: 12 }, (_, at) => (at + 1) / 12)

const Part = async ({ progress, share }: { progress: Progress; share: number }) => {
  await progress.reached(share)
  return <i data-done="true" />
}

/** How far a search through single responses is, filled in as the page arrives. */
export const LookParts = ({ progress }: { progress: Progress }) => (
  <div className={classes.parts} aria-hidden="true">
    {parts.map((share) => (
      <Suspense key={share} fallback={<i />}>
        <Part progress={progress} share={share} />
      </Suspense>
    ))}
  </div>
)
