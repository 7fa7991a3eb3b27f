'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import classes from './live.module.css'

const spacingMilliseconds = 1_500
const fallbackMilliseconds = 30_000

type LiveType = 'response' | 'metric' | 'alert' | 'case' | 'delivery'

/**
 * Brings a page up to date when something it shows has happened: at once, then at most every 1.5 s however much happens,
 * and not while the page is hidden. Where the stream can't be had, every half minute.
 */
export const LiveRefresh = ({ types }: { types: readonly LiveType[] }) => {
  const t = useTranslations('live')
  const router = useRouter()
  const [isLive, setLive] = useState<boolean | null>(null)
  const wanted = useRef(types)

  useEffect(() => {
    let last = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let isStale = false
    const refresh = () => {
      timer = undefined
      if (document.hidden) {
        isStale = true
        return
      }
      last = Date.now()
      isStale = false
      router.refresh()
    }
    const schedule = () => {
      timer ??= setTimeout(refresh, Math.max(0, last + spacingMilliseconds - Date.now()))
    }
    const whenShown = () => {
      if (!document.hidden && isStale) schedule()
    }
    const stream = new EventSource('/api/v1/live')
    let wasOpen = false
    stream.onopen = () => {
      setLive(true)
      // What happened while the stream was away is fetched once it is back.
      if (wasOpen) schedule()
      wasOpen = true
    }
    stream.onerror = () => setLive(false)
    for (const type of wanted.current) stream.addEventListener(type, schedule)
    const fallback = setInterval(() => {
      if (stream.readyState !== EventSource.OPEN) schedule()
    }, fallbackMilliseconds)
    document.addEventListener('visibilitychange', whenShown)
    return () => {
      stream.close()
      clearTimeout(timer)
      clearInterval(fallback)
      document.removeEventListener('visibilitychange', whenShown)
    }
  }, [router])

  return (
    <span className={classes.live} data-live={isLive ?? undefined} role="status">
      <span className={classes.dot} aria-hidden />
      {isLive === false ? t('reconnecting') : t('live')}
    </span>
  )
}
