const stable = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** The same JSON, whatever the order of its members and with `undefined` as absent. */
export const isSame = (a: unknown, b: unknown): boolean => stable(a) === stable(b)
