import { device } from './storage'

/** The body of `PUT /api/v1/responses/{id}` but for its revision. */
export type Save = { survey: string; answers: Readonly<Record<string, unknown>>; completed: boolean } & Record<string, unknown>

/** A save that the server hasn't confirmed. One revision always has one body, so whoever sends it again changes nothing. */
export type Entry = {
  id: string
  /** of the server, '' for the page's own */
  origin: string
  revision: number
  save: Save
}

const name = 'unsent'
const backstop = `earshot.${name}`
type Held = Record<string, Entry>

let opened: Promise<IDBDatabase> | undefined
const open = (): Promise<IDBDatabase> => {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('earshot', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(name, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

const ask = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const request = work((await open()).transaction(name, mode).objectStore(name))
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

const held = (): Held => device.get<Held>(backstop) ?? {}

/** At once, while the page goes: the database may come too late then. */
export const hold = (entry: Entry): void => device.set(backstop, { ...held(), [entry.id]: entry })

/** Kept on the device until `drop`: in IndexedDB, where that is forbidden in localStorage, else in this page's memory alone. */
export const enqueue = (entry: Entry): Promise<unknown> => ask('readwrite', (store) => store.put(entry)).catch(() => hold(entry))

/** That revision has arrived; a newer one stays. */
export const drop = async (id: string, revision: number): Promise<void> => {
  const { [id]: mine, ...others } = held()
  if (mine && mine.revision <= revision) device.set(backstop, Object.keys(others).length > 0 ? others : undefined)
  const cursor = await ask('readwrite', (store) => store.openCursor(id)).catch(() => undefined)
  if (cursor && (cursor.value as Entry).revision <= revision) cursor.delete()
}

/** What waits, the newest of each response. */
export const unsent = async (): Promise<Entry[]> => {
  const stored = await ask('readonly', (store) => store.getAll() as IDBRequest<Entry[]>).catch(() => [])
  const newest = held()
  for (const entry of stored) if (!((newest[entry.id]?.revision ?? 0) >= entry.revision)) newest[entry.id] = entry
  return Object.entries(newest).map(([id, entry]) => ({ ...entry, id }))
}
