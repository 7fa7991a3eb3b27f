type Options = { perSecond: number; windowSeconds: number; staysSeconds: number; mostKeys?: number }
type State = { since: number; count: number; until: number }

/**
 * Tells when far more arrives under a key than ever should: more than `perSecond` on average over a window. It then says so for
 * `staysSeconds` after the last such window. Of each web process; bounded, the oldest keys leave first.
 */
export const createPressure = ({ perSecond, windowSeconds, staysSeconds, mostKeys = 10_000 }: Options) => {
  const states = new Map<string, State>()
  return (key: string, now: Date): boolean => {
    const time = now.getTime()
    const known = states.get(key)
    const isSame = known !== undefined && time - known.since < windowSeconds * 1000
    const count = isSame ? known.count + 1 : 1
    const until = count > perSecond * windowSeconds ? time + staysSeconds * 1000 : (known?.until ?? 0)
    if (!isSame) states.delete(key)
    states.set(key, { since: isSame ? known.since : time, count, until })
    const oldest = states.keys().next().value
    if (states.size > mostKeys && oldest !== undefined) states.delete(oldest)
    return time < until
  }
}
