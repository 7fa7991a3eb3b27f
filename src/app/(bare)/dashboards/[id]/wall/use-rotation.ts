'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

type Rotation = { count: number; every: number; next: string | null }

/** A document that has stood so long begins anew, so that nothing it holds can grow through a night. */
const freshMilliseconds = 3_600_000

const isServerThere = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/**
 * Which screen stands now: one after the other, then the next dashboard if there is one. Nothing is left while the server is
 * away, since there would be no way back. Pages that are hidden don't turn.
 */
export const useRotation = ({ count, every, next }: Rotation): number => {
  const router = useRouter()
  const [at, setAt] = useState(0)
  const isLast = at + 1 >= count
  useEffect(() => {
    const turn = async () => {
      if (document.hidden) return
      if (!isLast) return setAt(at + 1)
      const isOld = performance.now() > freshMilliseconds
      if ((isOld || next) && !(await isServerThere())) return
      if (isOld) window.location.assign(next ?? window.location.href)
      else if (next) router.replace(next)
      else setAt(0)
    }
    const timer = setInterval(() => void turn(), every * 1000)
    return () => clearInterval(timer)
  }, [router, at, isLast, every, next])
  return Math.min(at, Math.max(0, count - 1))
}
