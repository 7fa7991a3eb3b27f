import type { Comparison } from '@/domain/analysis/compare-sums'
import type { Summary } from '@/domain/analysis/summarize'
import type { MetricKind } from '@/domain/score/score'

const digitsOf: Record<MetricKind, number> = { nps: 0, csat: 0, ces: 1, sentiment: 2, mean: 1 }

const options = (kind: MetricKind, digits: number): Intl.NumberFormatOptions => ({
  style: kind === 'csat' ? 'percent' : 'decimal',
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
})

const trueMinus = (text: string): string => text.replace(/^-/, '−')

/** A value in the metric's own unit: 38, 84%, 5.6. Negative numbers with a true minus. */
export const formatMetric = (kind: MetricKind, value: number, locale: string): string => {
  const text = new Intl.NumberFormat(locale, options(kind, digitsOf[kind])).format(value)
  return trueMinus(/^-0(\.0+)?%?$/.test(text) ? text.slice(1) : text)
}

type Bounded = Pick<Summary, 'value' | 'low' | 'high'>

/** Half the width of an interval, as it stands after ±; one more digit where it would read as ±0. */
export const formatHalfWidth = (kind: MetricKind, low: number, high: number, locale: string): string => {
  const half = (high - low) / 2
  const unit = kind === 'csat' ? half * 100 : half
  const digits = digitsOf[kind]
  const shown = unit > 0 && unit < 0.5 * 10 ** -digits ? digits + 1 : digits
  return new Intl.NumberFormat(locale, { minimumFractionDigits: shown, maximumFractionDigits: shown }).format(unit)
}

/** As far as this the longer side of an interval may go beyond half of it, and still be told by one number. */
const leaning = 1.25

/**
 * How sure a value is: `±4`, or the bounds themselves, `[21, 100]`, where one side is so much longer that a ± would tell of values that
 * are out of the question and hide some that aren't: a share near 0 or 100 % of few answers. `±?` where there is no interval.
 */
export const formatSpread = (kind: MetricKind, { value, low, high }: Bounded, locale: string): string => {
  if (value === null || low === null || high === null) return '±?'
  const [half, longest] = [(high - low) / 2, Math.max(high - value, value - low)]
  const hidden = (longest - half) * (kind === 'csat' ? 100 : 1)
  if (longest <= leaning * half || hidden < 10 ** -digitsOf[kind]) return `±${formatHalfWidth(kind, low, high, locale)}`
  const bounds = [low, high].map((bound) => formatMetric(kind, bound, locale).replace('%', ''))
  return `[${bounds.join(',\u00a0')}]`
}

/** A change with its sign: +6, −0.1; shares in percentage points. */
export const formatChange = (kind: MetricKind, difference: number, locale: string, digits = digitsOf[kind]): string => {
  const value = kind === 'csat' ? difference * 100 : difference
  const rounded = Number(value.toFixed(digits))
  if (rounded === 0) return '0'
  return trueMinus(
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'always' }).format(
      rounded,
    ),
  )
}

/** How far a value is from its target: never 0 where it isn't met, but for as many digits as tell that. */
export const formatGap = (kind: MetricKind, gap: number, locale: string): string => {
  const digits = digitsOf[kind]
  const told = [digits, digits + 1, digits + 2].map((shown) => formatChange(kind, gap, locale, shown))
  return told.find((text) => text !== '0') ?? '0'
}

/** The bounds of a change, as it is written itself. */
export const formatChangeBounds = (kind: MetricKind, { low, high }: Comparison, locale: string) => ({
  low: formatChange(kind, low, locale),
  high: formatChange(kind, high, locale),
})

export type Direction = 'rise' | 'fall' | 'none'

/** Which way a change clearly goes; `none` while it is within chance. Whether that is good is the metric's to say: `markOfChange`. */
export const directionOf = (comparison: Comparison | null): Direction => {
  if (!comparison?.isSignificant) return 'none'
  return comparison.difference > 0 ? 'rise' : 'fall'
}

/** The bounds in words' order, or null where n gives none. */
export const formatBounds = (kind: MetricKind, { low, high }: Pick<Summary, 'low' | 'high'>, locale: string) =>
  low === null || high === null ? null : { low: formatMetric(kind, low, locale), high: formatMetric(kind, high, locale) }
