import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { acceptResponse } from '@/pipeline/listen/accept-response'
import { importResponses } from '@/pipeline/listen/import-responses'
import { recordEvents } from '@/pipeline/listen/record-events'
import { scoreResponse } from '@/pipeline/score/score-response'
import { createOrganization } from '@/store/organization/create-organization'
import type { Chance } from './chance'
import { oddNumbers, oddTexts } from './odd-values'
import type { KnownField } from './random-conditions'
import { newId, rowsOf } from './shop'

const options = ['green', 'black', 'red', 'true'].map((key) => ({ key, text: `Option ${key}` }))
const questions = [
  { key: 'nps', kind: 'nps', role: 'outcome', text: 'Recommend?' },
  { key: 'csat', kind: 'csat', text: 'Satisfied?' },
  { key: 'speed', kind: 'rating', scale: 5, text: 'Speed?' },
  { key: 'amount', kind: 'number', decimals: 3, text: 'How much?' },
  { key: 'drink', kind: 'single_choice', other: true, options, text: 'Drink?' },
  { key: 'liked', kind: 'multi_choice', other: true, options, text: 'Liked?' },
  { key: 'order', kind: 'ranking', options, text: 'Order?' },
  { key: 'parts', kind: 'matrix', rows: [...options, { key: 'other', text: 'Other' }], columns: options, text: 'Parts?' },
  { key: 'gap', kind: 'gap', text: 'Service?' },
  { key: 'reason', kind: 'text', role: 'reason', long: true, text: 'Why?' },
  { key: 'day', kind: 'date', text: 'When?' },
  { key: 'person', kind: 'contact', fields: ['name', 'email'], text: 'Who?' },
  { key: 'agreed', kind: 'consent', text: 'Agreed?' },
]
const touchpoint = (channel: string) => ({ name: 'Place', journey: 'order', stage: 'receive', channel, owner: 'ada@odd.example' })
const places = ['delivery', '6', 'true'] as const

/** A company with one survey of many kinds at each of three touchpoints, whose keys read as a word, a number, a yes. */
export const openOddShop = async (): Promise<string> => {
  const organizationId = await createOrganization('odd', 'Odd')
  const applied = await applyProgramme(organizationId, {
    members: { 'ada@odd.example': { name: 'Ada', role: 'admin' } },
    journeys: { order: { name: 'Order', stages: [{ key: 'receive', name: 'Receive', phase: 'sale' }] } },
    touchpoints: { delivery: touchpoint('web'), 6: touchpoint('7'), true: touchpoint('store') },
    surveys: Object.fromEntries(places.map((key) => [`s-${key}`, { touchpoint: key, title: 'Tell us', pages: [{ questions }] }])),
  })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  return organizationId
}

const comments = ['The parcel was late and the box was broken', 'Great staff, fast delivery!', 'ok', '太慢了，客服态度差', '很好']
/** What a customer can be worth at most. */
const worthOf = (value: number): number => Math.max(-1e15, Math.min(1e15, value))

const maybe = <T>(chance: Chance, value: () => T): T | undefined => (chance.below(3) === 0 ? undefined : value())
const defined = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
const oddText = (chance: Chance): string => chance.pick(oddTexts).slice(0, 900)
/** Own words are kept trimmed and can't be nothing. */
const ownWords = (chance: Chance) => ({ other: oddText(chance).slice(0, 100).trim() || 'Gold' })
const keys = ['green', 'black', 'red', 'true'] as const

const oddAnswers = (chance: Chance) =>
  defined({
    nps: maybe(chance, () => chance.below(11)),
    csat: maybe(chance, () => 1 + chance.below(5)),
    speed: maybe(chance, () => 1 + chance.below(5)),
    amount: maybe(chance, () => chance.pick([0, 6, 6.5, 1000, 0.001, -3, 123456.789])),
    drink: maybe(chance, () => (chance.below(2) ? chance.pick(keys) : ownWords(chance))),
    liked: maybe(chance, () => [...keys.filter(() => chance.below(3) === 0), ...(chance.below(2) ? [ownWords(chance)] : [])]),
    order: maybe(chance, () => (chance.below(2) ? keys : keys.toReversed())),
    parts: maybe(chance, () =>
      Object.fromEntries([...keys, 'other'].map((key) => [key, chance.pick(keys)]).slice(chance.below(5))),
    ),
    gap: maybe(chance, () => ({ experience: chance.below(10) + 1, expectation: chance.below(10) + 1, importance: 6 })),
    reason: maybe(chance, () => (chance.below(2) ? chance.pick(comments as [string]) : oddText(chance))),
    day: maybe(chance, () => chance.pick(['2026-01-02', '2026-02-01', '1999-12-31'])),
    person: maybe(chance, () => ({ name: oddText(chance).slice(0, 60).trim() || 'Zoë', email: 'a@b.example' })),
    agreed: maybe(chance, () => chance.pick([true, false])),
  })

const oddFact = (chance: Chance) =>
  chance.pick<unknown>([oddText(chance), chance.pick(oddNumbers), chance.pick([true, false, null])])
const oddFacts = (chance: Chance) =>
  defined({ tier: maybe(chance, () => oddFact(chance)), 'a:b,(c)': maybe(chance, () => oddFact(chance)) })

const oddResponse = (chance: Chance, survey: string) =>
  defined({
    id: newId(Date.now() - chance.below(100) * 86_400_000),
    survey,
    answers: oddAnswers(chance),
    completed: chance.below(4) > 0,
    submittedAt: new Date(Date.now() - chance.below(100) * 86_400_000).toISOString(),
    locale: maybe(chance, () => chance.pick(['en', 'zh-CN', 'EN'])),
    channel: maybe(chance, () => chance.pick(['web', 'app', '6'])),
    source: maybe(chance, () => oddText(chance).slice(0, 200)),
    context: maybe(chance, () => oddFacts(chance)),
    customer: maybe(chance, () =>
      defined({
        externalId: `${chance.below(60)}`,
        email: maybe(chance, () => `c${chance.below(9)}@odd.example`),
        name: maybe(chance, () => oddText(chance).slice(0, 200)),
        value: maybe(chance, () => worthOf(chance.pick(oddNumbers))),
        attributes: { ...oddFacts(chance), ...defined({ email: maybe(chance, () => oddFact(chance)) }) },
      }),
    ),
  })

/** Fills the company with responses; most are scored, some of those edited afterwards, and some of these scored again. */
export const fillOddShop = async (organizationId: string, chance: Chance, count: number): Promise<string[]> => {
  const surveys = places.map((key) => `s-${key}`) as [string, ...string[]]
  const items = Array.from({ length: count }, () => oddResponse(chance, chance.pick(surveys)))
  const { ids, rejected } = await importResponses(organizationId, items, 'all', new Date())
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected.slice(0, 3)))
  for (const [index, id] of ids.entries()) {
    const survey = String(items[index]?.survey)
    if (chance.below(5) > 0) await scoreResponse({ organizationId, id })
    if (chance.below(4) > 0) continue
    const edit = { survey, revision: 2, answers: oddAnswers(chance), completed: true, context: oddFacts(chance) }
    const edited = await acceptResponse(id, edit as Parameters<typeof acceptResponse>[1], new Date())
    if (isFailure(edited)) throw new Error(JSON.stringify(edited))
    if (chance.below(2)) await scoreResponse({ organizationId, id })
  }
  const happened = Array.from({ length: 150 }, () => ({
    id: newId(),
    touchpoint: chance.pick(places),
    customer: { externalId: `${chance.below(60)}` },
    occurredAt: new Date(Date.now() - chance.below(100) * 86_400_000).toISOString(),
    attributes: defined({ kind: maybe(chance, () => oddFact(chance)), courier: maybe(chance, () => 'Swift') }),
  }))
  const recorded = await recordEvents(organizationId, happened, new Date())
  if (recorded.rejected.length > 0) throw new Error(JSON.stringify(recorded.rejected.slice(0, 3)))
  // So that what is known of each can be read as the rules read it, scored or not.
  await rowsOf('update responses set scored_revision = greatest(scored_revision, 1), evaluated_revision = 0, can_alert = true')
  return ids
}

/** What can be asked about them. */
export const oddFields: readonly [KnownField, ...KnownField[]] = [
  ['answer.nps', 6, 9, '7'],
  ['answer.amount', 6.5, 1000, '0.001'],
  ['answer.drink', 'green', 'true', '6'],
  ['answer.liked', 'green', 'BLACK', '6'],
  ['answer.order', 'green', '6'],
  ['answer.parts', 'green'],
  ['answer.parts.green', 'green', 6],
  ['answer.parts.other', 'green', 6],
  ['answer.gap.experience', 5, '5'],
  ['answer.reason', 'late', 'BOX', '客服'],
  ['answer.day', '2026-01-02', '2026-01-31'],
  ['answer.person.name', 'zoë'],
  ['answer.agreed', true, 'false'],
  ['answer.nowhere', 1],
  ['score.nps', 6, '9', 7.5],
  ['score.sentiment', 0, -0.5],
  ['score.speed', 3],
  ['text.sentiment', 0, -0.2, 'negative', 'positive'],
  ['text.topics', 'delivery_time', 'staff', 'price'],
  ['text.language', 'en', 'ZH'],
  ['text.label', 'negative', 'neutral'],
  ['customer.tier', 'gold', 6, true],
  ['customer.a:b,(c)', 'gold', 6],
  ['customer.externalId', '7', 12],
  ['customer.email', 'c1@odd.example', '@odd'],
  ['customer.name', 'zoë'],
  ['customer.value', 6, 1000, '6'],
  ['customer.phone', '1'],
  ['event.kind', 'gold', 6, true],
  ['event.courier', 'swift'],
  ['context.tier', 'gold', 6, true],
  ['context.a:b,(c)', 'gold'],
  ['response.channel', 'web', '6', 7],
  ['response.locale', 'en', 'zh-cn'],
  ['response.source', 'gold'],
  ['response.status', 'completed', 'partial'],
  ['touchpoint.key', 'delivery', 6, true],
]
