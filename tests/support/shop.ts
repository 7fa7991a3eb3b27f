import { v7 as uuidV7 } from 'uuid'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { acceptResponse } from '@/pipeline/listen/accept-response'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponse } from '@/pipeline/score/score-response'
import { pool } from '@/store/connection'
import { createOrganization } from '@/store/organization/create-organization'

const nps = { key: 'nps', kind: 'nps', role: 'outcome', text: 'Would you recommend us?' }
const survey = (touchpoint: string, questions: object[], more: object = {}) => ({
  touchpoint,
  title: 'Tell us',
  pages: [{ questions }],
  ...more,
})
const rule = (touchpoint: string, field: string, value: number, more: object = {}) => ({
  name: 'Unhappy',
  touchpoints: [touchpoint],
  when: { field, op: 'lte', value },
  severity: 'high',
  notify: [{ to: 'touchpoint_owner', by: 'email' }],
  openCase: true,
  ...more,
})
const touchpoint = (name: string, owner: string) => ({ name, journey: 'order', stage: 'receive', channel: 'web', owner })

/** A company with an owner, a team, a touchpoint whose owner has left, and rules for each of them. */
export const shop = {
  members: {
    'ada@shop.example': { name: 'Ada Admin', role: 'admin' },
    'olga@shop.example': { name: 'Olga Owner', role: 'owner' },
    'tim@shop.example': { name: 'Tim Team', role: 'owner' },
    'tara@shop.example': { name: 'Tara Team', role: 'owner' },
    'gus@shop.example': { name: 'Gus Gone', role: 'owner' },
  },
  teams: { care: { name: 'Care', members: ['tim@shop.example', 'tara@shop.example'] } },
  journeys: { order: { name: 'Order', stages: [{ key: 'receive', name: 'Receive', phase: 'sale' }] } },
  touchpoints: {
    delivery: touchpoint('Delivery', 'olga@shop.example'),
    help: touchpoint('Help', 'care'),
    store: touchpoint('Store', 'gus@shop.example'),
    loyalty: touchpoint('Loyalty', 'olga@shop.example'),
  },
  surveys: {
    delivery: survey('delivery', [
      nps,
      { key: 'speed', kind: 'rating', scale: 5, role: 'driver', text: 'Speed' },
      { key: 'reason', kind: 'text', role: 'reason', text: 'Why?' },
    ]),
    help: survey('help', [{ key: 'csat', kind: 'csat', role: 'outcome', text: 'Satisfied?' }]),
    store: survey('store', [nps]),
    loyalty: survey('loyalty', [nps]),
  },
  alertRules: {
    detractor: rule('delivery', 'score.nps', 6),
    furious: rule('delivery', 'score.nps', 1, {
      severity: 'critical',
      notify: [
        { to: 'touchpoint_owner', by: 'email' },
        { to: 'member:olga@shop.example', by: 'email' },
        { to: 'member:ada@shop.example', by: 'email' },
      ],
    }),
    'help-low': rule('help', 'score.csat', 2),
    'store-low': rule('store', 'score.nps', 6),
    'loyalty-low': rule('loyalty', 'score.nps', 6, { once: { per: 'customer', hours: 24 } }),
  },
}

/** Opens the company as an organization of its own and answers its id. */
export const openShop = async (key = 'main'): Promise<string> => {
  const organizationId = await createOrganization(key, 'Shop')
  const applied = await applyProgramme(organizationId, shop)
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  await pool().query(`update members set is_active = false where organization_id = $1 and name = 'Gus Gone'`, [organizationId])
  return organizationId
}

export const newId = (at = Date.now()): string => uuidV7({ msecs: at })

type Answers = Record<string, unknown>

/** Sends an answer in through the public door's use case and answers its id. */
export const submit = async (
  survey: string,
  answers: Answers,
  more: Partial<{ id: string; revision: number; completed: boolean }> = {},
) => {
  const { id = newId(), revision = 1, completed = true } = more
  const accepted = await acceptResponse(id, { survey, revision, answers, completed }, new Date())
  if ('error' in accepted) throw new Error(JSON.stringify(accepted))
  return id
}

/** Brings answers of a known customer in. */
export const importOne = async (
  organizationId: string,
  survey: string,
  answers: Answers,
  { externalId, alerts = 'all', at = new Date() }: { externalId?: string; alerts?: 'none' | 'recent' | 'all'; at?: Date } = {},
): Promise<string> => {
  const item = { survey, answers, submittedAt: at.toISOString(), ...(externalId ? { customer: { externalId } } : {}) }
  const { ids, rejected } = await importResponses(organizationId, [item], alerts, new Date())
  if (!ids[0]) throw new Error(JSON.stringify(rejected))
  return ids[0]
}

/** Scores a response and lets the rules judge it, as the worker does. */
export const judge = async (organizationId: string, id: string): Promise<void> => {
  await scoreResponse({ organizationId, id })
  await evaluateRules({ organizationId, id })
}

/** Submits, scores and judges: answers the response's id. */
export const hear = async (organizationId: string, survey: string, answers: Answers): Promise<string> => {
  const id = await submit(survey, answers)
  await judge(organizationId, id)
  return id
}

export const rowsOf = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await pool().query<Row>(sql, values)).rows
export const countOf = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await rowsOf<{ count: string }>(`select count(*) as count from ${sql}`, values))[0]?.count)
