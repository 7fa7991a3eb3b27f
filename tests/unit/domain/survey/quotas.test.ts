import { expect, test } from 'vitest'
import type { Condition } from '@/domain/condition/condition'
import type { Page, Question } from '@/domain/survey/definition'
import { settledQuotas } from '@/domain/survey/quotas'

const page = (...keys: string[]): Page => ({ questions: keys.map((key): Question => ({ key, kind: 'text', text: key })) })
const pages = [page('age'), page('city', 'job'), page('why')]
const quota = (key: string, when?: Condition) => ({ key, limit: 1, ...(when ? { when } : {}) })
const has = (field: string): Condition => ({ field, op: 'exists' })

const quotas = [
  quota('all'),
  quota('young', has('answer.age')),
  quota('here', has('context.shop')),
  quota('bakers', { all: [has('answer.age'), { not: has('answer.job') }] }),
  quota('why', has('answer.why.part')),
]
const settled = (pageIndex: number) => settledQuotas(quotas, pages, pageIndex).map(({ key }) => key)

test('a quota is settled once the pages that it asks about lie behind, and never while one is still open', () => {
  expect(settled(0)).toEqual(['all', 'here'])
  expect(settled(1)).toEqual(['all', 'young', 'here'])
  expect(settled(2)).toEqual(['all', 'young', 'here', 'bakers'])
  expect(settled(3)).toEqual(['all', 'young', 'here', 'bakers', 'why'])
})
