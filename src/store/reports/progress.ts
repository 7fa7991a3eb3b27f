/** How far something is that is done in parts. */
export type Progress = {
  /** so many parts more are to be done */
  expect: (parts: number) => void
  advance: () => void
  /** nothing more will be done, whether all of it was or not */
  end: () => void
  /** Resolves once this share (0 … 1] of the parts is done, or nothing more will be; with 0 as soon as anything is to be done. */
  reached: (share: number) => Promise<void>
  /** Whoever waits for the same hears of its parts too, of those that are done already as well; once, however often it is said. */
  tellTo: (other: Progress) => void
}

export const makeProgress = (): Progress => {
  let [expected, done, isOver] = [0, 0, false]
  let waiting: { share: number; go: () => void }[] = []
  const others = new Set<Progress>()
  const tell = (): void => {
    const isReached = ({ share }: { share: number }): boolean => isOver || (expected > 0 && done / expected >= share)
    const reached = waiting.filter(isReached)
    waiting = waiting.filter((one) => !isReached(one))
    for (const { go } of reached) go()
  }
  return {
    expect: (parts) => {
      expected += parts
      tell()
      for (const other of others) other.expect(parts)
    },
    advance: () => {
      done += 1
      tell()
      for (const other of others) other.advance()
    },
    end: () => {
      isOver = true
      tell()
    },
    reached: (share) =>
      new Promise((go) => {
        waiting.push({ share, go })
        tell()
      }),
    tellTo: (other) => {
      if (others.has(other)) return
      others.add(other)
      if (expected > 0) other.expect(expected)
      for (let part = 0; part < done; part++) other.advance()
    },
  }
}
