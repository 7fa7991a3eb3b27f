type Told = { type: string; data: Readonly<Record<string, unknown>> }

/** The cases that a case is linked with now, by its events in order: the last word on each counts. */
export const linkedCases = (events: readonly Told[]): number[] => {
  const linked = new Set<number>()
  for (const { type, data } of events) {
    if (typeof data.case !== 'number') continue
    if (type === 'link') linked.add(data.case)
    if (type === 'unlink') linked.delete(data.case)
  }
  return [...linked]
}
