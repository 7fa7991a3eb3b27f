/** Work that takes long is a row: what was asked for, how far it is, and whose turn it is. */
export const workStates = ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] as const
export type WorkState = (typeof workStates)[number]

export const isOpen = (state: WorkState): boolean => state === 'waiting' || state === 'running'

/** Why work was given up; edges put it in words. */
export const workFaults = ['too_slow', 'no_space', 'too_wide', 'given_up', 'unexpected'] as const
export type WorkFault = (typeof workFaults)[number]

/** How far something is, of how much as soon as that is known. */
export type Progress = { done: number; total: number | null }
