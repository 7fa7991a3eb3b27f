import { expect, test } from 'vitest'
import { aboutSchema } from '@/domain/alert/about'
import { looksBetween } from '@/domain/alert/looks'
import { changesOf, createCountReplay } from '@/domain/alert/replay-counts'

const hour = 3_600_000
const from = new Date('2026-03-01T00:00:00Z')
const at = (hours: number): Date => new Date(from.getTime() + hours * hour)
const looks = looksBetween(from, at(48), { everySeconds: 3600, first: '2026-03-01', timeZone: 'UTC' })

const aboutOf = (kind: 'overdue_share' | 'dead_deliveries', more: object) => {
  const about = aboutSchema.parse({ kind, ...more })
  if (about.kind !== 'overdue_share' && about.kind !== 'dead_deliveries') throw new Error(about.kind)
  return about
}
/** At which hours it was seen, as `place hour`, and with how many. */
const seenBy = (replay: ReturnType<typeof createCountReplay>, end = looks.count): string[] => {
  const seen: string[] = []
  replay(end, ({ found: { touchpointId, finding }, at: when }) => {
    const many = finding.kind === 'dead_deliveries' ? finding.count : finding.kind === 'overdue_share' ? finding.overdue : '?'
    seen.push(`${touchpointId ?? 'all'} ${(when.getTime() - from.getTime()) / hour}: ${many}`)
  })
  return seen
}

test('what came counts for as long as its window, and as bad from when it turned', () => {
  expect(changesOf([{ touchpointId: 'a', at: at(0), badAt: at(2) }], 5 * hour)).toEqual([
    { at: at(0), touchpointId: 'a', count: 1, bad: 0 },
    { at: at(2), touchpointId: 'a', count: 0, bad: 1 },
    { at: at(5), touchpointId: 'a', count: -1, bad: -1 },
  ])
})

test('what turned bad after its window never counts as bad, and what was bad before it came does at once', () => {
  const bad = (badAt: Date | null) =>
    changesOf([{ touchpointId: null, at: at(1), badAt }], hour).map(({ at: when, bad }) => [when, bad])
  expect(bad(at(9))).toEqual(bad(null))
  expect(bad(at(0))).toContainEqual([at(1), 1])
})

test('dead messages are seen at each look as long as enough of them lie in the window', () => {
  const changes = changesOf(
    [1.5, 2.5].map((hours) => ({ touchpointId: null, at: at(hours), badAt: at(hours) })),
    3 * hour,
  )
  const replay = createCountReplay(aboutOf('dead_deliveries', { least: 2, hours: 3 }), changes, looks)
  expect(seenBy(replay)).toEqual(['all 3: 2', 'all 4: 2'])
})

test('cases that ran out are judged place by place, and in parts as in one', () => {
  const cases = ['a', 'a', 'b', 'b'].map((touchpointId, index) => ({
    ...{ touchpointId, at: at(0) },
    badAt: touchpointId === 'a' && index === 0 ? at(2) : null,
  }))
  const about = aboutOf('overdue_share', { percent: 40, least: 2, days: 1 })
  const whole = seenBy(createCountReplay(about, changesOf(cases, 4 * hour), looks))
  expect(whole).toEqual(['a 2: 1', 'a 3: 1'])
  const parts = createCountReplay(about, changesOf(cases, 4 * hour), looks)
  expect([3, 3, 4, 99].flatMap((end) => seenBy(parts, end))).toEqual(whole)
})
