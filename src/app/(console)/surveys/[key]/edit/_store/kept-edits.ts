import type { Obstacle } from '@/domain/survey/edit/apply'
import type { Operation } from '@/domain/survey/edit/operation'
import type { Batch } from '@/domain/survey/edit/session'

/** Edits that the server doesn't have yet, as this browser keeps them through a reload, a crash or a lost connection. */
export type KeptEdits = { sending?: Batch | undefined; waiting: readonly Operation[]; conflicts: readonly Obstacle[]; at: number }

/** A page that hasn't written for so long (ms) is gone: another one may take over what it left. */
const deadAfter = 15_000
const prefix = 'earshot.edits'

const read = (name: string): KeptEdits | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as KeptEdits | null
    return kept && Array.isArray(kept.waiting) ? kept : undefined
  } catch {
    // Somebody else's or a broken entry is none of ours.
    return undefined
  }
}

const isEmpty = ({ sending, waiting, conflicts }: KeptEdits): boolean =>
  !sending && waiting.length === 0 && conflicts.length === 0

/**
 * `scope` names the organization, the member and the survey: nobody else's edits are ever taken over. Each page keeps its
 * own, so that two tabs don't mix; what an earlier page left stays until it is dropped.
 */
export const keptEdits = (scope: string) => {
  const folder = `${prefix}/${scope}/`
  const own = folder + crypto.getRandomValues(new Uint32Array(2)).join('-')
  const before = sessionStorage.getItem(folder)
  sessionStorage.setItem(folder, own)
  return {
    /** What the page left that this tab showed before, and what pages left that are gone. */
    left: (now: number): { name: string; kept: KeptEdits }[] =>
      Object.keys(localStorage)
        .filter((name) => name.startsWith(folder) && name !== own)
        .flatMap((name) => {
          const kept = read(name)
          return kept && (name === before || now - kept.at > deadAfter) ? [{ name, kept }] : []
        }),
    drop: (name: string): void => localStorage.removeItem(name),
    /** False where the browser keeps nothing (a full or forbidden storage). */
    keep: (edits: KeptEdits): boolean => {
      try {
        if (isEmpty(edits)) localStorage.removeItem(own)
        else localStorage.setItem(own, JSON.stringify(edits))
        return true
      } catch {
        return false
      }
    },
  }
}
