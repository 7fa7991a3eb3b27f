'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { type LiveType, openLiveStream } from './live-stream'
import { type Paced, paced } from './paced'

const usualSpacing = 1_500

export type Pace = {
  /** the shortest time between two refreshes, in milliseconds */
  spacing?: number | undefined
  /** the longest, whether anything has happened or not: days end at night too */
  atLeastEvery?: number
  /** what is brought up to date beside the page, at a pace of its own */
  beside?: (() => Paced) | undefined
}

/** Whether the stream is there (null until it is known), and since when it isn't. */
export type Live = { isLive: boolean | null; lostAt: number | null }

/** Brings a page up to date when something it shows has happened, paced as `paced` says. */
export const useLiveRefresh = (types: readonly LiveType[], { spacing = usualSpacing, atLeastEvery, beside }: Pace = {}): Live => {
  const router = useRouter()
  const [live, setLive] = useState<Live>({ isLive: null, lostAt: null })
  const [isPending, startTransition] = useTransition()
  const wanted = useRef(types)
  const busy = useRef(false)
  busy.current = isPending

  useEffect(() => {
    const page = paced(() => startTransition(() => router.refresh()), { spacing, isBusy: () => busy.current })
    const other = beside?.()
    const stream = openLiveStream(wanted.current, {
      onMoved: () => {
        other?.ask()
        page.ask()
      },
      onOpen: () => setLive({ isLive: true, lostAt: null }),
      onLost: () => setLive(({ lostAt }) => ({ isLive: false, lostAt: lostAt ?? Date.now() })),
    })
    const clock = atLeastEvery
      ? setInterval(() => {
          if (stream.isOpen()) page.ask()
        }, atLeastEvery)
      : undefined
    return () => {
      stream.close()
      page.stop()
      other?.stop()
      clearInterval(clock)
    }
  }, [router, spacing, atLeastEvery, beside])

  return live
}
