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
  let wasOpen = false
  let stream: EventSource
  const connect = () => {
    stream = new EventSource('/api/v1/live')
    stream.onopen = () => {
      onOpen()
      // What happened while the stream was away is fetched once it is back.
      if (wasOpen) onMoved()
      wasOpen = true
    }
    stream.onerror = () => {
      onLost()
      // A refused stream stays closed; one that broke comes back by itself.
      if (stream.readyState === EventSource.CLOSED) retry = setTimeout(connect, retryMilliseconds)
    }
    for (const type of types) stream.addEventListener(type, onMoved)
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
