'use client'

import { useState } from 'react'

const most = 100

/** Every step can be taken back, and made again. */
export const useHistory = <T>(initial: T) => {
  const [{ past, present, future }, set] = useState<{ past: T[]; present: T; future: T[] }>({
    past: [],
    present: initial,
    future: [],
  })
  return {
    present,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change: (next: T) => set((now) => ({ past: [...now.past, now.present].slice(-most), present: next, future: [] })),
    undo: () =>
      set((now) => {
        const last = now.past.at(-1)
        return last === undefined ? now : { past: now.past.slice(0, -1), present: last, future: [now.present, ...now.future] }
      }),
    redo: () =>
      set((now) => {
        const [next, ...rest] = now.future
        return next === undefined ? now : { past: [...now.past, now.present], present: next, future: rest }
      }),
  }
}
