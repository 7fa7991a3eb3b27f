import { device } from './storage'

/** The body of `PUT /api/v1/responses/{id}` but for its revision. */
export type Save = { survey: string; answers: Readonly<Record<string, unknown>>; completed: boolean } & Record<string, unknown>

export type SaveResult = 'sent' | 'refused'

export type SaverOptions = {
  /** of the server, '' for the page's own */
  origin: string
  id: string
  /** of the last save */
  revision: number
  onRevision: (revision: number) => void
}

const unsentKey = 'earshot.unsent'
type Unsent = Record<string, { origin: string; revision: number; save: Save }>

const remember = (id: string, entry: Unsent[string] | undefined): void => {
  const all = { ...device.get<Unsent>(unsentKey) }
  if (entry) all[id] = entry
  else delete all[id]
  device.set(unsentKey, Object.keys(all).length > 0 ? all : undefined)
}

const waitFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    addEventListener('online', end)
  })

/**
 * Sends a response's saves in order, one at a time. Each carries every answer so far, so of those that wait only the
 * newest is sent. What fails for now (no network, 429, 503) is tried again, longer and longer, and kept on the device until
 * it is through.
 */
export const createSaver = ({ origin, id, revision, onRevision }: SaverOptions) => {
  let waiting: Save | undefined
  let inFlight: Save | undefined
  let failures = 0
  let done: ((result: SaveResult) => void)[] = []

  const put = (save: Save, keepalive = false): Promise<Response> => {
    revision += 1
    onRevision(revision)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ ...save, revision })
    return fetch(`${origin}/api/v1/responses/${id}`, { method: 'PUT', headers, body, keepalive, credentials: 'omit' })
  }

  const finish = (result: SaveResult): void => {
    remember(id, undefined)
    for (const tell of done) tell(result)
    done = []
  }

  const attempt = async (save: Save): Promise<SaveResult | number> => {
    const response = await put(save).catch(() => undefined)
    if (response?.ok) {
      const stored = ((await response.json().catch(() => undefined)) as { revision?: number } | undefined)?.revision ?? revision
      if (stored <= revision) return 'sent'
      // Another tab was ahead: ours is the newer answer, so it goes again, on top.
      revision = stored
      return 0
    }
    if (response && response.status !== 429 && response.status < 500) return 'refused'
    failures += 1
    const asked = Number(response?.headers.get('retry-after') ?? 0) * 1000
    return Math.max(asked, Math.min(30_000, 500 * 2 ** failures)) * (0.75 + Math.random() / 2)
  }

  const run = async (): Promise<void> => {
    if (inFlight) return
    for (inFlight = waiting; inFlight; inFlight = waiting) {
      waiting = undefined
      const result = await attempt(inFlight)
      if (typeof result === 'number') {
        if (result > 0) await waitFor(result)
        waiting ??= inFlight
      } else {
        failures = 0
        if (!waiting) finish(result)
      }
    }
  }

  return {
    save: (save: Save): void => {
      waiting = save
      remember(id, { origin, revision, save })
      void run()
    },
    /** resolves when everything handed over so far has arrived, or was refused for good */
    settled: (): Promise<SaveResult> => (inFlight ? new Promise((resolve) => done.push(resolve)) : Promise.resolve('sent')),
    /** the page is going: what isn't through is sent once more in a request that outlives it */
    leave: (): void => {
      const last = waiting ?? inFlight
      if (last) void put(last, true).catch(() => undefined)
    },
  }
}

export type Saver = ReturnType<typeof createSaver>

/** Sends what an earlier visit could not, but for the response that is being given now. */
export const sendUnsent = (exceptId: string): void => {
  for (const [id, { origin, revision, save }] of Object.entries(device.get<Unsent>(unsentKey) ?? {}))
    if (id !== exceptId) createSaver({ origin, id, revision, onRevision: () => undefined }).save(save)
}
