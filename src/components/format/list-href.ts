/** An address of the same list with some of its parameters changed; null takes one away. */
export const listHref = (
  path: string,
  current: Readonly<Record<string, string | null | undefined>>,
  changes: Readonly<Record<string, string | null>>,
): string => {
  const entries = Object.entries({ ...current, ...changes }).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  )
  const query = new URLSearchParams(entries).toString()
  return query ? `${path}?${query}` : path
}
