import type { About } from './about'
import type { Found } from './finding'
import { judgeDead, judgeOverdue } from './judge-counts'
import type { Looks } from './looks'
import type { Sighting } from './replay-findings'

/** What changes in a sum that a rule looks at: something came, ran out, or is too old to count. */
export type CountChange = { at: Date; touchpointId: string | null; count: number; bad: number }

/** What came and what of it went wrong, as changes: each counts for so long, and as bad from then on. */
export const changesOf = (
  came: readonly { touchpointId: string | null; at: Date; badAt: Date | null }[],
  lastsMs: number,
): CountChange[] =>
  came
    .flatMap(({ touchpointId, at, badAt }): CountChange[] => {
      const over = new Date(at.getTime() + lastsMs)
      const isBad = badAt !== null && badAt < over
      const turned = isBad ? [{ at: new Date(Math.max(badAt.getTime(), at.getTime())), touchpointId, count: 0, bad: 1 }] : []
      return [{ at, touchpointId, count: 1, bad: 0 }, ...turned, { at: over, touchpointId, count: -1, bad: isBad ? -1 : 0 }]
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())

type CountAbout = Extract<About, { kind: 'overdue_share' | 'dead_deliveries' }>

const judge = (
  about: CountAbout,
  touchpointId: string | null,
  { count, bad }: { count: number; bad: number },
): Found | undefined =>
  about.kind === 'overdue_share' ? judgeOverdue(about, { touchpointId, cases: count, overdue: bad }) : judgeDead(about, bad)

/** What the looks at a rule about sums of the last days or hours saw, part after part. */
export const createCountReplay = (about: CountAbout, changes: readonly CountChange[], looks: Looks) => {
  const sums = new Map<string | null, { count: number; bad: number; found: Found | undefined }>()
  let applied = 0
  let look = 0
  const apply = ({ touchpointId, count, bad }: CountChange): void => {
    const sum = sums.get(touchpointId) ?? { count: 0, bad: 0, found: undefined }
    sums.set(touchpointId, { ...sum, count: sum.count + count, bad: sum.bad + bad })
  }
  return (end: number, see: (sighting: Sighting) => void): void => {
    for (; look < Math.min(end, looks.count); look += 1) {
      const at = looks.at(look)
      const before = applied
      for (let next = changes[applied]; next && next.at <= at; next = changes[applied]) {
        apply(next)
        applied += 1
      }
      if (applied > before) for (const [place, sum] of sums) sum.found = judge(about, place, sum)
      const day = looks.dayOf(look)
      for (const { found } of sums.values()) if (found) see({ found, at, day })
    }
  }
}
