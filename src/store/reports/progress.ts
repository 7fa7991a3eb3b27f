/** How far something is that is done in parts. */
export type Progress = {
  /** so many parts more are to be done */
  expect: (parts: number) => void
  advance: () => void
  /** nothing more will be done, whether all of it was or not */
  end: () => void
  /** Resolves once this share (0 … 1] of the parts is done, or nothing more will be. */
  reached: (share: number) => Promise<void>
}

export const makeProgress = (): Progress => {
  let [expected, done, isOver] = [0, 0, false]
  let waiting: { share: number; go: () => void }[] = []
  const tell = (): void => {
    const isReached = ({ share }: { share: number }): boolean => isOver || (expected > 0 && done / expected >= share)
    const reached = waiting.filter(isReached)
    waiting = waiting.filter((one) => !isReached(one))
    for (const { go } of reached) go()
  }
  return {
    expect: (parts) => {
      expected += parts
    },
    advance: () => {
      done += 1
      tell()
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
  }
}
