import { linePaths, type SparkPoint } from './spark-path'
import type { ValueScale } from './trend-data'

type Box = { width: number; height: number }

/** Where a place of the curve lies, as shares of its box: the middle of its column, and its value's height from the top. */
export const curveX = (index: number, count: number): number => (index + 0.5) / count
export const curveY = (value: number, { domain: [low, high] }: Pick<ValueScale, 'domain'>): number =>
  Math.min(1, Math.max(0, (high - value) / (high - low)))

/** A curve over columns of one width, with the band of its intervals. See `linePaths`. */
export const curvePaths = (
  points: readonly SparkPoint[],
  scale: Pick<ValueScale, 'domain'>,
  { width, height }: Box,
): { line: string; band: string } =>
  linePaths(
    points,
    (index, value) => `${(curveX(index, points.length) * width).toFixed(2)} ${(curveY(value, scale) * height).toFixed(2)}`,
  )
