import { ageOfPage } from './asked-at'

export type LiveType = 'response' | 'metric' | 'alert' | 'case' | 'delivery'

type Followed = {
  /** something of the wanted types has happened, or may have while nobody could tell */
  onMoved: () => void
  onOpen: () => void
  onLost: () => void
}

const fallbackMilliseconds = 30_000
const retryMilliseconds = 5_000

/** A refresh of a page whose server is away would leave the page for the browser's own error. */
const isServerThere = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

export type LiveStream = { isOpen: () => boolean; close: () => void }

/** Follows what happens, through whatever interruptions. Where the stream can't be had, something may have happened every half minute. */
export const openLiveStream = (types: readonly LiveType[], { onMoved, onOpen, onLost }: Followed): LiveStream => {
  let retry: ReturnType<typeof setTimeout> | undefined
  /** whether something may have moved that the stream to come won't tell */
  let wasAway = false
  let stream: EventSource
  const connect = () => {
    // What has moved since the page was read is told first.
    stream = new EventSource(`/api/v1/live?age=${Math.ceil(ageOfPage())}`)
    stream.onopen = () => {
      onOpen()
      // What happened while the stream was away is fetched once it is back.
      if (wasAway) onMoved()
      wasAway = false
    }
    stream.onerror = () => {
      wasAway = true
      onLost()
      // A refused stream stays closed; one that broke comes back by itself.
      if (stream.readyState === EventSource.CLOSED) retry = setTimeout(connect, retryMilliseconds)
    }
    for (const type of [...types, 'gap']) stream.addEventListener(type, onMoved)
  }
  connect()
  const isOpen = () => stream.readyState === EventSource.OPEN
  const fallback = setInterval(async () => {
    if (!isOpen() && (await isServerThere())) onMoved()
  }, fallbackMilliseconds)
  return {
    isOpen,
    close: () => {
      stream.close()
      clearTimeout(retry)
      clearInterval(fallback)
    },
  }
}
