import { gapRange } from '@/domain/survey/question'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'
import classes from './gap.module.css'

const place = (value: number): string => `${((value - gapRange.low) / (gapRange.high - gapRange.low)) * 100}%`

/** Where experience and expectation stand on the scale, and what lies between them. */
export const Span = ({ gap: { experience, expectation } }: { gap: MeasuredGap }) => (
  <div className={classes.span} aria-hidden>
    <i
      style={{
        left: place(Math.min(experience, expectation)),
        right: `calc(100% - ${place(Math.max(experience, expectation))})`,
      }}
      data-short={experience < expectation || undefined}
    />
    <b style={{ left: place(expectation) }} data-mark="expectation" />
    <b style={{ left: place(experience) }} data-mark="experience" />
  </div>
)
