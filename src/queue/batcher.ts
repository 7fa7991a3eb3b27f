/** Thrown to the caller when too much is waiting already: say so honestly instead of taking what can't be kept. */
export class Overloaded extends Error {
  override name = 'Overloaded'
}

type Waiting<In, Out> = { item: In; resolve: (out: Out) => void; reject: (error: unknown) => void }

export type Batcher<In, Out> = {
  add: (item: In) => Promise<Out>
  /** how many wait or are being worked on */
  size: () => number
}

/**
 * Gathers single items into batches: while one batch is being written the next fills up, so the batch grows with the
 * load and a lone item waits for nobody. `work` answers one result for each item, in order. When a batch throws, its
 * items are tried alone, so that one bad item fails for itself only; not when `isHopeless` says that it would be in vain.
 */
export const createBatcher = <In, Out>(
  work: (items: In[]) => Promise<Out[]>,
  {
    maxSize,
    maxWaiting,
    lanes,
    isHopeless = () => false,
  }: { maxSize: number; maxWaiting: number; lanes: number; isHopeless?: (error: unknown) => boolean },
): Batcher<In, Out> => {
  const waiting: Waiting<In, Out>[] = []
  let busy = 0
  let inWork = 0

  const settleAlone = async ({ item, resolve, reject }: Waiting<In, Out>): Promise<void> => {
    try {
      const [out] = await work([item])
      resolve(out as Out)
    } catch (error) {
      reject(error)
    }
  }

  const run = async (batch: Waiting<In, Out>[]): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as Out)
      })
    } catch (error) {
      const [only] = batch
      if (batch.length === 1 && only) only.reject(error)
      else if (isHopeless(error)) for (const one of batch) one.reject(error)
      else for (const one of batch) await settleAlone(one)
    }
  }

  const pump = (): void => {
    while (busy < lanes && waiting.length > 0) {
      const batch = waiting.splice(0, maxSize)
      busy += 1
      inWork += batch.length
      void run(batch).finally(() => {
        busy -= 1
        inWork -= batch.length
        pump()
      })
    }
  }

  return {
    size: () => waiting.length + inWork,
    add: (item) =>
      new Promise<Out>((resolve, reject) => {
        if (waiting.length >= maxWaiting) {
          reject(new Overloaded('too much is waiting'))
          return
        }
        waiting.push({ item, resolve, reject })
        // Whatever arrives in the same turn of the event loop shares the batch.
        if (waiting.length === 1) setImmediate(pump)
      }),
  }
}
