'use client'

import { useCallback, useEffect, useState } from 'react'

const read = <T>(name: string): T | undefined => {
  const kept = sessionStorage.getItem(name)
  if (kept === null) return undefined
  try {
    return JSON.parse(kept) as T
  } catch {
    // What isn't ours to read isn't worth keeping.
    sessionStorage.removeItem(name)
    return undefined
  }
}

/**
 * What is being written and isn't saved yet, kept in the tab until it is: leaving the page, or reloading it, loses nothing.
 * `wasKept` tells that the draft comes from before.
 */
export const useKeptDraft = <T>(name: string, stored: T) => {
  const [draft, setDraft] = useState(stored)
  const [wasKept, setWasKept] = useState(false)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored)
  useEffect(() => {
    const kept = read<T>(name)
    if (kept === undefined) return
    setDraft(kept)
    setWasKept(true)
  }, [name])
  const change = useCallback(
    (next: T) => {
      setDraft(next)
      sessionStorage.setItem(name, JSON.stringify(next))
    },
    [name],
  )
  /** Goes back to what is stored, or on to what was just stored. */
  const settle = useCallback(
    (next: T) => {
      setDraft(next)
      setWasKept(false)
      sessionStorage.removeItem(name)
    },
    [name],
  )
  return { draft, change, settle, isChanged, wasKept: wasKept && isChanged }
}
