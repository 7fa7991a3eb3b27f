export type Paced = { ask: () => void; stop: () => void }
type Pace = {
  /** the shortest time between two beginnings, in milliseconds */
  spacing: number
  /** work that ends elsewhere than in its own promise */
  isBusy?: () => boolean
}

/**
 * Does a piece of work when it is asked for: at once, then at most every so often however much is asked, never before the last
 * has ended, and not while the page is hidden; what was asked for meanwhile is done once the page is looked at again.
 */
export const paced = (work: () => unknown, { spacing, isBusy = () => false }: Pace): Paced => {
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStale = false
  let isWorking = false
  const begin = async () => {
    timer = undefined
    if (document.hidden) {
      isStale = true
      return
    }
    if (isWorking || isBusy()) return ask()
    last = Date.now()
    isStale = false
    isWorking = true
    try {
      await work()
    } finally {
      isWorking = false
    }
  }
  const ask = () => {
    const busy = isWorking || isBusy()
    timer ??= setTimeout(begin, busy ? spacing : Math.max(0, last + spacing - Date.now()))
  }
  const whenShown = () => {
    if (!document.hidden && isStale) ask()
  }
  document.addEventListener('visibilitychange', whenShown)
  return {
    ask,
    stop: () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', whenShown)
    },
  }
}
