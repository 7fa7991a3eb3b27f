import type { Summary } from '@/domain/analysis/summarize'
import classes from './standard-bar.module.css'

type StandardBarProps = {
  /** the ends of the metric's values; null: they have none */
  limits: readonly [number, number] | null
  summary: Pick<Summary, 'value' | 'low' | 'high'>
  /** null: there is none */
  target: number | null
}

/** A score with its interval on the whole of the metric's scale, and where its standard stands. Hidden from readers, who are told in words beside it. */
export const StandardBar = ({ limits, summary: { value, low, high }, target }: StandardBarProps) => {
  if (!limits || value === null) return null
  const at = (number: number) => Math.min(100, Math.max(0, ((number - limits[0]) / (limits[1] - limits[0])) * 100))
  const [from, to] = [at(low ?? value), at(high ?? value)]
  return (
    <svg className={classes.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect className={classes.track} x="0" y="4.5" width="100" height="3" />
      <rect className={classes.interval} x={from} y="3" width={to - from} height="6" />
      <line className={classes.value} x1={at(value)} x2={at(value)} y1="2" y2="10" vectorEffect="non-scaling-stroke" />
      {target !== null && (
        <line className={classes.target} x1={at(target)} x2={at(target)} y1="0" y2="12" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  )
}
