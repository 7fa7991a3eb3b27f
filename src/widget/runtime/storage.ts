/** Storage may be full, forbidden or absent (private windows, sandboxed frames): then nothing is remembered, and nothing breaks. */
const keep = (open: () => Storage) => ({
  get: <T>(key: string): T | undefined => {
    try {
      return (JSON.parse(open().getItem(key) ?? 'null') as T | null) ?? undefined
    } catch {
      return undefined
    }
  },
  set: (key: string, value: unknown): void => {
    try {
      if (value === undefined) open().removeItem(key)
      else open().setItem(key, JSON.stringify(value))
    } catch {
      // Not remembered.
    }
  },
})

/** Of this tab: where the customer is. */
export const tab = keep(() => sessionStorage)
/** Of this device: what could not be sent yet. */
export const device = keep(() => localStorage)
