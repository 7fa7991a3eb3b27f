/** The places of a curve's highest and lowest value, the first of equals; none where the values don't differ. */
export const curveEnds = (values: readonly (number | null)[]): { highest: number; lowest: number } => {
  const known = values.flatMap((value) => value ?? [])
  const [least, most] = [Math.min(...known), Math.max(...known)]
  if (known.length < 2 || least === most) return { highest: -1, lowest: -1 }
  return { highest: values.indexOf(most), lowest: values.indexOf(least) }
}
