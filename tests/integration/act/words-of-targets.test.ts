import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { getTarget } from '@/pipeline/design/find-targets'
import { switchTarget } from '@/pipeline/design/save-target'
import { hear, judge, openShop, rowsOf } from '~tests/support/shop'
import { answers, startTargetServer, type TargetServer } from '~tests/support/target-server'
import { apply, workOff } from '~tests/support/targets-of'

let organizationId: string
let server: TargetServer
const words = 'The box was broken, call Ann'
const events = ['alert.raised', 'response.completed', 'case.opened', 'case.noted', 'case.acknowledged']
beforeAll(async () => {
  process.env.EARSHOT_ALLOWED_TARGETS = '127.0.0.1'
  server = await startTargetServer(answers(200, 'ok'))
  organizationId = await openShop()
})
beforeEach(async () => {
  for (const table of ['delivery_attempts', 'deliveries', 'targets']) await rowsOf(`delete from ${table}`)
  server.got = []
})
afterAll(() => server.stop())

const webhook = (more: object = {}) =>
  apply(organizationId, { webhooks: { erp: { url: `${server.url}/hook`, events, ...more } } })
const chat = (more: object = {}) =>
  apply(organizationId, {
    chats: { group: { app: 'slack', url: `${server.url}/services/X`, ...more } },
    alertRules: { detractor: { name: 'D', when: { field: 'score.nps', op: 'lte', value: 6 }, notify: [{ to: 'chat:group' }] } },
  })
/** A bad answer with words, and a note that quotes them on its case. */
const tellAll = async () => {
  const id = await hear(organizationId, 'delivery', { nps: 2, speed: 1, reason: words })
  await judge(organizationId, id)
  const [row] = await rowsOf<{ number: number }>(
    'select k.number from case_responses cr join cases k on k.id = cr.case_id where cr.response_id = $1',
    [id],
  )
  const step = { type: 'note', text: `She says: ${words}` } as const
  await recordCaseEvent({ organizationId, number: row?.number ?? 0, by: 'olga@shop.example', step })
  await workOff()
  await workOff()
  return server.got.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, Record<string, unknown>> })
}

test('a webhook is told everything unless it says otherwise, and as before where it was there before', async () => {
  await webhook()
  const told = await tellAll()
  expect(told.map(({ type }) => type)).toEqual(['response.completed', 'alert.raised', 'case.opened', 'case.noted'])
  expect(told[1]?.data.response?.answers).toEqual({ nps: 2, speed: 1, reason: words })
  expect(told[3]?.data.event).toMatchObject({ type: 'note', text: `She says: ${words}` })
})

test('without words a webhook gets scores, choices and the case, and nothing that anybody wrote, in any of its messages', async () => {
  await webhook({ words: false })
  const told = await tellAll()
  expect(told).toHaveLength(4)
  expect(server.got.some(({ body }) => body.includes('broken') || body.includes('Ann'))).toBe(false)
  expect(told[0]?.data.response).toMatchObject({ answers: { nps: 2, speed: 1 }, scores: { nps: { value: 2 } } })
  expect(told[3]?.data).toMatchObject({ event: { type: 'note', by: 'olga@shop.example' }, case: { severity: 'high' } })
})

test('without words a chat gets the score and the case’s link, and no quotation', async () => {
  await chat({ words: false })
  await tellAll()
  const [{ body } = { body: '' }] = server.got
  expect(body).not.toContain('broken')
  expect(body).toMatch(/cases\/\d+/)
  await rowsOf('delete from delivery_attempts')
  await rowsOf('delete from deliveries')
  server.got = []
  await chat({ words: true })
  await tellAll()
  expect(server.got[0]?.body).toContain(words)
})

test('a file that says nothing of it keeps what is set; an export says it only where words are left out', async () => {
  await webhook({ words: false })
  await webhook()
  await switchTarget({ organizationId, by: 'ada', channel: 'webhook', key: 'erp' }, false)
  expect(await getTarget(organizationId, 'webhook', 'erp')).toMatchObject({ words: false })
  expect((await exportProgramme(organizationId)).webhooks?.erp).toMatchObject({ words: false })
  await webhook({ words: true })
  expect((await exportProgramme(organizationId)).webhooks?.erp).not.toHaveProperty('words')
})
