import { beforeAll, expect, test } from 'vitest'
import { makeToken } from '@/auth/signed-token'
import { getAcknowledgePage, postAcknowledgePage } from '@/collect/acknowledge/acknowledge'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { acceptResponse } from '@/pipeline/listen/accept-response'
import { scoreResponse } from '@/pipeline/score/score-response'
import { pool } from '@/store/connection'
import { loadProgramme } from './programme'

let organizationId: string
beforeAll(async () => {
  organizationId = await loadProgramme()
})

const later = new Date(Date.now() + 86_400_000)
const tokenFor = (alertId: string, email = 'olga@shop.example', expiresAt = later) =>
  makeToken('acknowledge', { o: organizationId, a: alertId, e: email }, expiresAt)
const request = (method = 'GET', headers: Record<string, string> = {}) =>
  new Request('http://localhost:3000/a/x', { method, headers })
const look = async (token: string) => {
  const answer = await getAcknowledgePage(request(), { token })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}
const acknowledge = async (token: string, headers: Record<string, string> = {}) => {
  const answer = await postAcknowledgePage(request('POST', headers), { token }, { address: '192.0.2.1' })
  return { status: answer.status, html: await answer.text() }
}

const raise = async (survey: string, answers: Record<string, unknown>): Promise<{ id: string; alertId: string }> => {
  const id = crypto.randomUUID()
  await acceptResponse(id, { survey, revision: 1, answers, completed: true }, new Date())
  await scoreResponse({ organizationId, id })
  await evaluateRules({ organizationId, id })
  const { rows } = await pool().query<{ id: string }>('select id from alerts where response_id = $1', [id])
  if (!rows[0]) throw new Error('no alert was raised')
  return { id, alertId: rows[0].id }
}
const timesOf = async (id: string) => {
  const { rows } = await pool().query(
    `select r.acknowledged_at as response, a.status, a.acknowledged_by as by, c.status as "caseStatus",
            (select count(*)::int from case_events e where e.case_id = c.id and e.type = 'acknowledge') as steps
       from responses r join alerts a on a.response_id = r.id left join cases c on c.id = a.case_id where r.id = $1`,
    [id],
  )
  return rows[0] as { response: Date | null; status: string; by: string | null; caseStatus: string | null; steps: number }
}

test('opening the link shows the case and changes nothing; its button acknowledges, once', async () => {
  const { id, alertId } = await raise('short', { nps: 1, reason: 'Broken <i>and</i> late' })
  const token = tokenFor(alertId)
  const page = await look(token)
  expect(page.status).toBe(200)
  expect(page.html).toContain('Broken &lt;i>and&lt;/i> late')
  expect(page.html.match(/<form/g)).toHaveLength(1)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await timesOf(id)).toMatchObject({ response: null, status: 'raised', caseStatus: 'open' })

  const done = await acknowledge(token)
  expect(done.html).toContain('Acknowledged. It is yours.')
  expect(done.html).toContain('Olga Owner')
  expect(done.html).not.toContain('<form')
  for (let times = 0; times < 3; times++) expect((await acknowledge(token)).html).toContain('Already acknowledged')
  expect(await timesOf(id)).toMatchObject({
    response: expect.any(Date),
    status: 'acknowledged',
    caseStatus: 'acknowledged',
    steps: 1,
  })
  expect((await look(token)).html).toContain('Already acknowledged')
})

test('an alert without a case is acknowledged itself', async () => {
  const { id, alertId } = await raise('csat', { csat: 1 })
  expect((await acknowledge(tokenFor(alertId))).html).toContain('Olga Owner')
  expect(await timesOf(id)).toMatchObject({ status: 'acknowledged', by: 'olga@shop.example', response: expect.any(Date) })
})

test('two who press at once acknowledge once', async () => {
  const { id, alertId } = await raise('short', { nps: 2 })
  const answers = await Promise.all(Array.from({ length: 5 }, () => acknowledge(tokenFor(alertId))))
  expect(answers.filter(({ html }) => html.includes('It is yours'))).toHaveLength(1)
  expect(await timesOf(id)).toMatchObject({ steps: 1 })
})

test('a link that ran out says so, any other useless one no more than that', async () => {
  const { id, alertId } = await raise('short', { nps: 0, reason: 'secret words' })
  const old = tokenFor(alertId, 'olga@shop.example', new Date(Date.now() - 1000))
  const good = tokenFor(alertId)
  const useless = [
    `${good.slice(0, -4)}AAAA`,
    'nonsense',
    makeToken('unsubscribe', { o: organizationId, a: alertId, e: 'olga@shop.example' }, later),
    tokenFor(crypto.randomUUID()),
    tokenFor(alertId, 'stranger@shop.example'),
    makeToken('acknowledge', { o: crypto.randomUUID(), a: alertId, e: 'olga@shop.example' }, later),
    makeToken('acknowledge', { o: organizationId, a: "' or 1=1", e: 'olga@shop.example' }, later),
  ]
  for (const [token, status] of [[old, 410] as const, ...useless.map((one) => [one, 404] as const)]) {
    for (const answer of [await look(token), await acknowledge(token)]) {
      expect(answer.status).toBe(status)
      expect(answer.html).not.toContain('secret words')
    }
  }
  expect(await timesOf(id)).toMatchObject({ status: 'raised' })
})

test('the link of a person who was deactivated does nothing', async () => {
  const { id, alertId } = await raise('short', { nps: 0 })
  await pool().query(`update members set is_active = false where name = 'Olga Owner'`)
  expect((await look(tokenFor(alertId))).status).toBe(404)
  expect((await acknowledge(tokenFor(alertId))).status).toBe(404)
  await pool().query(`update members set is_active = true where name = 'Olga Owner'`)
  expect(await timesOf(id)).toMatchObject({ status: 'raised', response: null })
})

test('a request that another site made is refused', async () => {
  const { id, alertId } = await raise('short', { nps: 0 })
  expect((await acknowledge(tokenFor(alertId), { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(await timesOf(id)).toMatchObject({ status: 'raised' })
})

test('of two who take a case over at once one gets it, and the other is told who; twice changes nothing', async () => {
  const members = Object.fromEntries(
    ['Tom', 'Uma'].map((name) => [`${name.toLowerCase()}@shop.example`, { name, role: 'owner' }]),
  )
  const applied = await applyProgramme(organizationId, { members })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  const { alertId } = await raise('short', { nps: 0 })
  const [tom, uma] = ['tom@shop.example', 'uma@shop.example'].map((email) => tokenFor(alertId, email)) as [string, string]
  const page = await look(tom)
  expect(page.html).toContain('Take over')
  expect((await look(tokenFor(alertId))).html.match(/<form/g)).toHaveLength(1)
  const seen = /name="seen" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  const take = async (token: string) => {
    const body = new URLSearchParams({ do: 'take', seen })
    const answer = await postAcknowledgePage(
      new Request('http://localhost:3000/a/x', { method: 'POST', body }),
      { token },
      { address: '192.0.2.1' },
    )
    return answer.text()
  }
  const answers = await Promise.all([take(tom), take(uma)])
  const winner = answers[0].includes('Taken over. It is yours.') ? 'Tom' : 'Uma'
  expect(answers.filter((html) => html.includes('Taken over. It is yours.'))).toHaveLength(1)
  expect(answers.filter((html) => html.includes(`${winner} was faster. Nothing was changed.`))).toHaveLength(1)
  expect(await take(winner === 'Tom' ? tom : uma)).toContain('Already acknowledged')
  const { rows } = await pool().query(
    `select m.name, c.status, (select count(*)::int from case_events e where e.case_id = c.id and e.type = 'take') as taken
       from cases c join alerts a on a.case_id = c.id join members m on m.id = c.owner_member_id where a.id = $1`,
    [alertId],
  )
  expect(rows).toEqual([{ name: winner, status: 'acknowledged', taken: 1 }])
})

test('the page speaks the owner’s language', async () => {
  const { alertId } = await raise('short', { nps: 0 })
  await pool().query(`update users set locale = 'zh-CN' where email = 'olga@shop.example'`)
  const page = await look(tokenFor(alertId))
  expect(page.html).toContain('确认收到')
  expect(page.headers.get('content-language')).toBe('zh-CN')
})
