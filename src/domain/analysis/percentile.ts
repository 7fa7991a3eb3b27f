/**
 * A percentile between the values, as PostgreSQL's percentile_cont and R's type 7 (Hyndman and Fan 1996) have it; null of nothing.
 * @param share 0 … 1
 */
export const percentile = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place))
}
