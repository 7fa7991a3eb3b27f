import { AsyncLocalStorage } from 'node:async_hooks'

/** What follows a request through all that it sets off. The web process holds modules twice (our bundle and the framework's): both see one storage. */
export const sharedStorage = <T>(name: string): AsyncLocalStorage<T> => {
  const key = Symbol.for(name)
  const shared = globalThis as unknown as Record<symbol, AsyncLocalStorage<T> | undefined>
  const storage = shared[key] ?? new AsyncLocalStorage<T>()
  shared[key] = storage
  return storage
}
