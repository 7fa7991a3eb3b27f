/** Times as people of a place write them down: `2026-05-01 14:03:22`. */
export const localTimes = (timeZone: string): ((at: Date) => string) => {
  // Swedes write what everybody can sort.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (at) => format.format(at)
}
