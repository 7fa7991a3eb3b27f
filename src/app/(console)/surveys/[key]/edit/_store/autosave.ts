import type { Draft, Operation } from '@/domain/survey/edit/operation'
import { met, saved, send } from '@/domain/survey/edit/session'
import type { EditorSetup, EditorState, Notice } from './editor-state'
import { type KeptEdits, keptEdits } from './kept-edits'

/** In ms: how long editing may rest before it is saved; the longest wait after a failure; how often others' work is looked for. */
const pause = 600
const longestWait = 30_000
const lookEvery = 12_000

type Handle = { get: () => EditorState; change: (changes: Partial<EditorState>) => void; say: (notice: Notice) => void }

/**
 * Sends what was edited, a batch at a time, and again until it is through; keeps it in the browser meanwhile. A batch that
 * meets somebody else's work is laid on top of that and sent anew.
 */
export const autosave = (setup: EditorSetup, { get, change, say }: Handle) => {
  let kept: ReturnType<typeof keptEdits> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let running: Promise<void> | undefined
  let left: { name: string; kept: KeptEdits }[] = []

  const keep = (): void => {
    const { sending, waiting, conflicts } = get().session
    kept?.keep({ sending, waiting, conflicts, at: Date.now() })
  }
  const settled = (): boolean => left.length === 0 && !get().session.sending && get().session.waiting.length === 0

  const sendOnce = async (): Promise<void> => {
    const sent = send(get().session, crypto.randomUUID())
    if (!sent) return
    change({ session: sent.session, saving: 'sending' })
    keep()
    const { id, operations } = sent.batch
    const answer = await setup.save({ key: setup.surveyKey, id, base: sent.session.revision, operations })
    const { session } = get()
    if ('problem' in answer) {
      // What the server refuses for good goes back to what waits, so that undoing it mends it.
      const isHopeless = answer.problem === 'refused'
      const waiting = isHopeless ? [...operations, ...session.waiting] : session.waiting
      change({
        session: isHopeless ? { ...session, sending: undefined, waiting } : session,
        saving: isHopeless ? 'refused' : 'failed',
        saveProblem: answer.problem,
      })
      throw new Error(answer.problem)
    }
    failures = 0
    if (answer.isMet && answer.draft) {
      change({ session: met(session, answer.revision, answer.draft) })
      if (get().session.conflicts.length === session.conflicts.length) say({ about: 'merged' })
    } else {
      change({ session: saved(session, answer.revision, answer.draft) })
      if (answer.draft) say({ about: 'merged' })
    }
  }

  /**
   * What an earlier page left. First what was on its way, under its own name, since it may have arrived; then the rest on top
   * of the answer.
   */
  const recover = async ({ name, kept: { sending, waiting, conflicts } }: (typeof left)[number]): Promise<void> => {
    const onTop = (operations: readonly Operation[], revision: number, draft: Draft): void => {
      const { session } = get()
      const mine = [...operations, ...session.waiting]
      change({ session: met({ ...session, waiting: mine, conflicts: [...session.conflicts, ...conflicts] }, revision, draft) })
    }
    const { base, revision } = get().session
    if (sending) {
      const answer = await setup.save({ key: setup.surveyKey, id: sending.id, base: -1, operations: sending.operations })
      if (!('problem' in answer))
        onTop(answer.isMet ? [...sending.operations, ...waiting] : waiting, answer.revision, answer.draft ?? base)
      else if (answer.problem === 'refused') onTop([...sending.operations, ...waiting], revision, base)
      else {
        change({ saving: 'failed', saveProblem: answer.problem })
        throw new Error(answer.problem)
      }
    } else onTop(waiting, revision, base)
    left = left.filter((one) => one.name !== name)
    keep()
    kept?.drop(name)
  }

  const run = async (): Promise<void> => {
    try {
      for (const one of left) await recover(one)
      while (!settled()) await sendOnce()
      change({ saving: 'saved', saveProblem: undefined })
    } catch (error) {
      const { saving } = get()
      if (saving !== 'refused') {
        failures += 1
        if (saving !== 'failed') change({ saving: 'failed', saveProblem: navigator.onLine ? 'broken' : 'offline' })
        if (error instanceof Error) after(Math.min(longestWait, 1000 * 2 ** failures))
      }
    } finally {
      running = undefined
      keep()
    }
  }
  const now = (): Promise<void> => {
    clearTimeout(timer)
    running ??= run()
    return running
  }
  const after = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void now(), milliseconds)
  }
  const soon = (): void => {
    keep()
    if (settled()) return
    if (get().saving !== 'sending' && failures === 0) change({ saving: 'waiting', saveProblem: undefined })
    if (!running && failures === 0) after(pause)
  }

  /** Another state of the draft on the server, with what isn't there yet on top of it. */
  const adopt = (revision: number, draft: Draft): void => {
    if (running || revision <= get().session.revision) return
    change({ session: met(get().session, revision, draft) })
    soon()
  }
  const look = async (): Promise<void> => {
    if (running || document.hidden || !navigator.onLine) return
    // Not answering now is no failure: saving tells when the server is away.
    const found = await setup.look(setup.surveyKey, get().session.revision).catch(() => undefined)
    if (!found || running || found.revision <= get().session.revision) return
    adopt(found.revision, found.draft)
    say({ about: 'merged' })
  }

  const begin = (): (() => void) => {
    kept = keptEdits(`${setup.scope}/${setup.surveyKey}`)
    left = kept.left(Date.now())
    if (left.length > 0) void now()
    const wake = (): void => {
      if (!settled()) void now()
      else void look()
    }
    const timerOfLook = setInterval(() => {
      keep()
      void look()
    }, lookEvery)
    const onLeave = (): void => {
      keep()
      if (!settled()) void now()
    }
    addEventListener('online', wake)
    addEventListener('focus', wake)
    addEventListener('pagehide', onLeave)
    return () => {
      clearInterval(timerOfLook)
      removeEventListener('online', wake)
      removeEventListener('focus', wake)
      removeEventListener('pagehide', onLeave)
      onLeave()
    }
  }
  const flush = async (): Promise<boolean> => {
    for (let turn = 0; turn < 5 && !settled(); turn++) await now()
    return settled()
  }
  return { begin, soon, flush, adopt }
}
