import type { Outcome } from '@/domain/survey/definition'
import { drop, type Entry, enqueue, hold, type Save } from './queue'
import { attempt, put, rest } from './send'

export type { Save } from './queue'
export type SaveResult = 'sent' | 'refused'
/** `saved` only when the server has said so; `kept` while there is no way to it */
export type SaveState = 'saving' | 'saved' | 'kept' | 'refused'

export type SaverOptions = {
  /** of the server, '' for the page's own */
  origin: string
  id: string
  /** of the last save */
  revision: number
  onRevision: (revision: number) => void
  onState: (state: SaveState) => void
  /** the server ended the response otherwise than the answers alone say */
  onOutcome?: (outcome: Outcome | undefined) => void
}

/**
 * Revisions count in steps, and each page adds a mark of its own: a second device with the same link, or this one after a
 * crash that forgot the last count, then never gives two bodies the same revision, of which the later would change nothing.
 */
const step = 64

/**
 * Sends a response's saves in order, one at a time. Each carries every answer so far, so of those that wait only the
 * newest is sent. What fails for now (no network, 429, 503) is tried again, longer and longer, and kept on the device until
 * it is through.
 */
export const createSaver = ({ origin, id, revision, onRevision, onState, onOutcome }: SaverOptions) => {
  const mark = Math.floor(Math.random() * step)
  let waiting: Entry | undefined
  let inFlight: Entry | undefined
  let failures = 0
  let done: ((result: SaveResult) => void)[] = []

  const enter = (save: Save): void => {
    revision = (Math.floor(revision / step) + 1) * step + mark
    onRevision(revision)
    waiting = { id, origin, revision, save }
    void enqueue(waiting)
  }

  const finish = (result: SaveResult): void => {
    onState(result === 'sent' ? 'saved' : 'refused')
    for (const tell of done) tell(result)
    done = []
  }

  const run = async (): Promise<void> => {
    if (inFlight) return
    for (inFlight = waiting; inFlight; inFlight = waiting) {
      waiting = undefined
      const result = await attempt(inFlight, failures)
      if (result !== 'refused' && 'rest' in result) {
        failures += 1
        onState('kept')
        await rest(result.rest)
        waiting ??= inFlight
        continue
      }
      failures = 0
      if (result !== 'refused') onOutcome?.(result.outcome)
      if (result !== 'refused' && result.stored > inFlight.revision) {
        // Another device was ahead: ours is the newer answer, so it goes again, on top.
        revision = Math.max(revision, result.stored)
        enter((waiting ?? inFlight).save)
      } else {
        void drop(id, inFlight.revision)
        if (!waiting) finish(result === 'refused' ? 'refused' : 'sent')
      }
    }
  }

  return {
    save: (save: Save): void => {
      enter(save)
      void run()
    },
    /** resolves when everything handed over so far has arrived, or was refused for good */
    settled: (): Promise<SaveResult> => (inFlight ? new Promise((resolve) => done.push(resolve)) : Promise.resolve('sent')),
    /** the page is going: what isn't through is sent once more in a request that outlives it */
    leave: (): void => {
      const last = waiting ?? inFlight
      if (!last) return
      hold(last)
      put(last, true).catch(() => undefined)
    },
  }
}

export type Saver = ReturnType<typeof createSaver>
