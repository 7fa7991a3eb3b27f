'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'

const usualSpacing = 1_500
const fallbackMilliseconds = 30_000
const retryMilliseconds = 5_000

export type LiveType = 'response' | 'metric' | 'alert' | 'case' | 'delivery'
type Pace = {
  /** the shortest time between two refreshes, in milliseconds */
  spacing?: number
  /** the longest, whether anything has happened or not: days end at night too */
  atLeastEvery?: number
}

/** Whether the stream is there (null until it is known), and since when it isn't. */
export type Live = { isLive: boolean | null; lostAt: number | null }

/** A refresh of a page whose server is away would leave the page for the browser's own error. */
const isServerThere = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/**
 * Brings a page up to date when something it shows has happened: at once, then at most every so often however much happens,
 * never before the last refresh has come, and not while the page is hidden. Where the stream can't be had, every half minute.
 */
export const useLiveRefresh = (types: readonly LiveType[], { spacing = usualSpacing, atLeastEvery }: Pace = {}): Live => {
  const router = useRouter()
  const [live, setLive] = useState<Live>({ isLive: null, lostAt: null })
  const [isPending, startTransition] = useTransition()
  const wanted = useRef(types)
  const busy = useRef(false)
  busy.current = isPending

  useEffect(() => {
    let last = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let retry: ReturnType<typeof setTimeout> | undefined
    let isStale = false
    let wasOpen = false
    let stream: EventSource
    const refresh = () => {
      timer = undefined
      if (document.hidden) {
        isStale = true
        return
      }
      if (busy.current) return schedule()
      last = Date.now()
      isStale = false
      startTransition(() => router.refresh())
    }
    const schedule = () => {
      timer ??= setTimeout(refresh, busy.current ? spacing : Math.max(0, last + spacing - Date.now()))
    }
    const whenShown = () => {
      if (!document.hidden && isStale) schedule()
    }
    const connect = () => {
      stream = new EventSource('/api/v1/live')
      stream.onopen = () => {
        setLive({ isLive: true, lostAt: null })
        // What happened while the stream was away is fetched once it is back.
        if (wasOpen) schedule()
        wasOpen = true
      }
      stream.onerror = () => {
        setLive(({ lostAt }) => ({ isLive: false, lostAt: lostAt ?? Date.now() }))
        // A refused stream stays closed; one that broke comes back by itself.
        if (stream.readyState === EventSource.CLOSED) retry = setTimeout(connect, retryMilliseconds)
      }
      for (const type of wanted.current) stream.addEventListener(type, schedule)
    }
    connect()
    const fallback = setInterval(async () => {
      if (stream.readyState !== EventSource.OPEN && (await isServerThere())) schedule()
    }, fallbackMilliseconds)
    const clock = atLeastEvery
      ? setInterval(() => {
          if (stream.readyState === EventSource.OPEN) schedule()
        }, atLeastEvery)
      : undefined
    document.addEventListener('visibilitychange', whenShown)
    return () => {
      stream.close()
      clearTimeout(timer)
      clearTimeout(retry)
      clearInterval(fallback)
      clearInterval(clock)
      document.removeEventListener('visibilitychange', whenShown)
    }
  }, [router, spacing, atLeastEvery])

  return live
}
