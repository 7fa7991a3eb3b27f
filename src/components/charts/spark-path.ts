export type SparkPoint = { value: number | null; low: number | null; high: number | null }

export type SparkPaths = { line: string; band: string; end: { x: number; y: number } | null }

const round = (number: number): string => number.toFixed(2)

/** Runs of neighbouring points that have a value. */
const runsOf = (points: readonly SparkPoint[]): { index: number; point: SparkPoint & { value: number } }[][] => {
  const runs: { index: number; point: SparkPoint & { value: number } }[][] = []
  points.forEach((point, index) => {
    if (point.value === null) return
    const entry = { index, point: { ...point, value: point.value } }
    const last = runs.at(-1)
    if (last?.at(-1)?.index === index - 1) last.push(entry)
    else runs.push([entry])
  })
  return runs
}

/**
 * A line through points and the band of their intervals, as SVG paths; `at` writes a place. Points without a value break both, a
 * point alone is a dot.
 */
export const linePaths = (
  points: readonly SparkPoint[],
  at: (index: number, value: number) => string,
): { line: string; band: string } => {
  const runs = runsOf(points)
  const line = runs
    .map((run) => `M${run.map(({ index, point }) => at(index, point.value)).join('L')}${run.length === 1 ? 'h.01' : ''}`)
    .join('')
  const band = runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const upper = run.map(({ index, point }) => at(index, point.high ?? point.value))
      const lower = run.toReversed().map(({ index, point }) => at(index, point.low ?? point.value))
      return `M${[...upper, ...lower].join('L')}Z`
    })
    .join('')
  return { line, band }
}

/**
 * SVG paths of a small trend in a box, its scale set by the values: intervals of thin buckets may reach beyond the box and
 * are cut there. Buckets without a value break the line.
 */
export const sparkPaths = (points: readonly SparkPoint[], width: number, height: number): SparkPaths => {
  const values = points.flatMap(({ value }) => value ?? [])
  if (values.length === 0) return { line: '', band: '', end: null }
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const pad = (most - least || Math.abs(most) || 1) * 0.25
  const [bottom, top] = [least - pad, most + pad]
  const x = (index: number) => (points.length === 1 ? width / 2 : (index / (points.length - 1)) * width)
  const y = (value: number) => Math.min(height, Math.max(0, height - ((value - bottom) / (top - bottom)) * height))
  const at = (index: number, value: number) => `${round(x(index))} ${round(y(value))}`
  const end = points.findLastIndex(({ value }) => value !== null)
  return { ...linePaths(points, at), end: { x: x(end) / width, y: y(points[end]?.value ?? 0) / height } }
}
