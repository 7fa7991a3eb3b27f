import { expect, test } from 'vitest'
import type { BoardReader } from '@/app/(console)/dashboards/_widgets/board-reader'
import { judgeBoard } from '@/app/(console)/dashboards/_widgets/judge-board'
import { adjustComparisons, type Comparison } from '@/domain/analysis/compare-sums'
import type { Widget } from '@/domain/dashboard/dashboard'

const comparison = (p: number): Comparison =>
  ({ difference: 5, low: 1, high: 9, statistic: 2, p, isSignificant: p < 0.05 }) as Comparison
const options = { journeys: [], touchpoints: [], surveys: [], channels: [], locales: [] }
const at = { x: 0, y: 0, w: 3, h: 3 }
const number = (id: string, metric: string, channel?: string): Widget => ({
  ...{ kind: 'number', id, ...at, metric },
  ...(channel ? { only: { channel } } : {}),
})
const ps: Record<string, number> = { nps: 0.01, csat: 0.04, ces: 0.9, 'on-time': 0.02 }

const reader = (asked: unknown[] = []) =>
  ({
    metric: async ({ channel }: { channel?: string }, key: string) =>
      channel === 'slow' ? { error: 'too_slow' } : { key, comparison: comparison(ps[key] ?? 1) },
    changes: async (narrowing: unknown, beside: (Comparison | null)[]) => {
      asked.push([narrowing, beside.map((one) => one?.p ?? null)])
      return { moves: [], compared: beside.length, onScreen: beside.map((one) => one && { ...one, isSignificant: false }) }
    },
  }) as unknown as BoardReader

test('a metric of one’s own is judged with those of the field', async () => {
  const judged = judgeBoard(
    [number('a', 'nps'), number('b', 'on-time'), number('c', 'ces')],
    { narrowing: {} },
    options,
    reader(),
  )
  const expected = adjustComparisons([0.01, 0.02, 0.9].map(comparison))
  expect(await judged.comparison({}, 'on-time')).toEqual(expected[1])
  expect(expected[1]?.p).toBeCloseTo(0.03, 9)
})

test('headline numbers are judged together, the same one on two widgets counted once', async () => {
  const widgets = [number('a', 'nps'), number('b', 'csat'), number('c', 'ces'), number('d', 'nps')]
  const judged = judgeBoard(widgets, { narrowing: {} }, options, reader())
  const expected = adjustComparisons([0.01, 0.04, 0.9].map(comparison))
  expect(await judged.comparison({}, 'nps')).toEqual(expected[0])
  expect(await judged.comparison({}, 'csat')).toEqual(expected[1])
  expect(expected[1]?.isSignificant).toBe(false)
})

test('with a list of what changed the numbers are judged beside it, whoever asks for it', async () => {
  const asked: unknown[] = []
  const widgets: Widget[] = [{ kind: 'changes', id: 'c', ...at }, number('a', 'nps'), { kind: 'changes', id: 'e', ...at }]
  const judged = judgeBoard(widgets, { narrowing: { channel: 'web' } }, options, reader(asked))
  expect(await judged.comparison({ channel: 'web' }, 'nps')).toMatchObject({ p: 0.01, isSignificant: false })
  const theirs: unknown[] = []
  await judged.changes({ channel: 'web' }, reader(theirs))
  expect(theirs).toEqual(asked)
  expect(asked).toEqual([[{ channel: 'web' }, [0.01]]])
})

test('a number that takes too long leaves the others judged', async () => {
  const judged = judgeBoard([number('a', 'nps'), number('b', 'nps', 'slow')], { narrowing: {} }, options, reader())
  expect(await judged.comparison({}, 'nps')).toMatchObject({ isSignificant: true })
  expect(await judged.comparison({ channel: 'slow' }, 'nps')).toBeNull()
})
