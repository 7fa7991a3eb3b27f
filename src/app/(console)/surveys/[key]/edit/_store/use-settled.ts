import { useEffect, useRef, useState } from 'react'

/** In ms: how long a value must rest before it is taken over, and how long it is waited for at most. */
const rest = 120
const longest = 500

/**
 * A value as it is once it rests, for what follows an edit without being the edit itself: what is drawn anew from it isn't drawn at
 * every key, and never before the key itself is on screen.
 */
export const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value)
  const since = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (Object.is(value, settled)) {
      since.current = undefined
      return
    }
    since.current ??= performance.now()
    const left = Math.max(0, since.current + longest - performance.now())
    const timer = setTimeout(() => setSettled(value), Math.min(rest, left))
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled
}
