import { sharedStorage } from './shared-storage'

const storage = sharedStorage<AbortSignal>('earshot.asker')

/** Runs `work` for somebody who may go before it is done; `gone` is aborted then. */
export const withAsker = <T>(gone: AbortSignal, work: () => T): T => storage.run(gone, work)

/** Aborted when nobody waits any more for what is being read; undefined where nobody in particular asked. */
export const askerGone = (): AbortSignal | undefined => storage.getStore()
