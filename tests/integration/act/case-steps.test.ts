import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { getCaseScreen } from '@/pipeline/act/get-case-screen'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { removeObject } from '@/pipeline/design/remove-object'
import { deleteResponse } from '@/pipeline/operate/delete-response'
import { readCaseOptions } from '@/store/case/read-options'
import { caseMails, eventsOf, type OpenedCase, openFor, openOne, stepper } from '~tests/support/cases'
import { openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
let one: OpenedCase
const take = (...step: Parameters<ReturnType<typeof stepper>>) => stepper(organizationId)(...step)
const last = async (id: string) => (await eventsOf(id)).at(-1)
const untouched = async (work: () => Promise<unknown>) => {
  const before = await rowsOf('select * from cases order by id')
  const events = await rowsOf('select * from case_events order by case_id, sequence')
  const outcome = await work()
  expect(await rowsOf('select * from cases order by id')).toEqual(before)
  expect(await rowsOf('select * from case_events order by case_id, sequence')).toEqual(events)
  return outcome
}

beforeAll(async () => {
  organizationId = await openShop()
})
beforeEach(async () => {
  one = await openOne(organizationId)
})

describe('of two who take a case at once', () => {
  test('one has it, and the other is told who, and with what; nothing is lost', async () => {
    const seen = (await getCaseScreen(organizationId, one.number))?.eventCount
    const outcomes = await Promise.all(
      ['tim@shop.example', 'tara@shop.example'].map((by) => take(one.number, { type: 'take' }, by, seen)),
    )
    const [winner] = outcomes.flatMap((outcome) => ('case' in outcome ? [outcome.case.owner] : []))
    expect(outcomes.filter((outcome) => 'error' in outcome)).toMatchObject([
      { error: 'conflict', errors: [{ path: 'take', message: (winner as { name: string }).name }] },
    ])
    expect((await eventsOf(one.id)).map(({ type }) => type)).toEqual(['open', 'take'])
    expect(await rowsOf('select status from cases where id = $1', [one.id])).toEqual([{ status: 'acknowledged' }])
  })

  test('who has seen what the other did may take it over, and notes never collide', async () => {
    await take(one.number, { type: 'take' }, 'tim@shop.example', 1)
    expect(await take(one.number, { type: 'note', text: 'I knew nothing of it' }, 'tara@shop.example', 1)).toHaveProperty('case')
    const seen = (await getCaseScreen(organizationId, one.number))?.eventCount
    expect(await take(one.number, { type: 'take' }, 'tara@shop.example', seen)).toMatchObject({
      case: { owner: { email: 'tara@shop.example' } },
    })
  })

  test('a key takes nothing over: it is nobody', async () => {
    expect(await untouched(() => take(one.number, { type: 'take' }, 'api:check'))).toMatchObject({ error: 'reference_missing' })
  })
})

describe('root causes', () => {
  const cause = (rootCause: string) => take(one.number, { type: 'resolve', rootCause, text: 'Done' })

  test('are the organization’s own tree, that a case can only be resolved with', async () => {
    await take(one.number, { type: 'start' })
    const applied = await applyProgramme(organizationId, {
      rootCauses: {
        'courier-late': { name: { en: 'Courier late', 'zh-CN': '快递延误' }, parent: 'courier' },
        courier: { name: 'Courier', parent: 'delivery' },
        price: { name: 'Price', archived: true },
      },
    })
    expect(applied).not.toHaveProperty('error')
    expect(await untouched(() => cause('magic'))).toMatchObject({ error: 'reference_missing', errors: [{ path: 'rootCause' }] })
    expect(await untouched(() => cause('price'))).toMatchObject({ error: 'reference_missing' })
    expect(await cause('courier-late')).toMatchObject({ case: { status: 'resolved', rootCause: 'courier-late' } })
  })

  test('that were chosen are archived rather than taken away; others go, and a parent stays', async () => {
    const removed = (key: string) => removeObject(organizationId, 'rootCauses', key, 'ada@shop.example')
    expect(await removed('delivery')).toMatchObject({ error: 'in_use' })
    expect(await removed('courier-late')).not.toHaveProperty('error')
    expect(await removed('website')).not.toHaveProperty('error')
    expect(await removed('website')).toMatchObject({ error: 'not_found' })
    const { rootCauses } = await readCaseOptions(organizationId)
    expect(rootCauses['courier-late']).toMatchObject({ archived: true })
    expect(rootCauses).not.toHaveProperty('website')
  })

  test.each([
    ['below nothing', { a: { name: 'A', parent: 'nothing' } }],
    ['in a circle', { a: { name: 'A', parent: 'b' }, b: { name: 'B', parent: 'a' } }],
    ['too deep', { a: { name: 'A', parent: 'other' }, b: { name: 'B', parent: 'a' }, c: { name: 'C', parent: 'b' } }],
  ])('that would stand %s are refused, all of them', async (_, rootCauses) => {
    const before = await readCaseOptions(organizationId)
    expect(await applyProgramme(organizationId, { rootCauses })).toMatchObject({ error: 'reference_missing' })
    expect(await readCaseOptions(organizationId)).toEqual(before)
  })
})

test('a recovery action is noted with what it cost, and only one that there is', async () => {
  const recover = (action: string) =>
    take(one.number, { type: 'recover', action, amountCents: 1250, currency: 'EUR', text: 'Agreed' })
  expect(await untouched(() => recover('gold'))).toMatchObject({ error: 'reference_missing', errors: [{ path: 'action' }] })
  expect(await recover('refund')).toMatchObject({ case: { status: 'open' } })
  expect(await last(one.id)).toMatchObject({ type: 'recover', data: { action: 'refund', amountCents: 1250, currency: 'EUR' } })
})

test('whom a note mentions gets it by mail in their language, and a stranger is refused', async () => {
  await rowsOf(`update users set locale = 'zh-CN' where email = 'tara@shop.example'`)
  const note = (mentions: string[]) => take(one.number, { type: 'note', text: 'Please <b>call</b>\nhim', mentions })
  expect(await untouched(() => note(['tim@shop.example', 'gus@shop.example']))).toMatchObject({ error: 'reference_missing' })
  await note(['tim@shop.example', 'tara@shop.example'])
  for (const { id } of await caseMails(one.id)) await deliverMessage({ organizationId, id })
  const [tara, tim] = await caseMails(one.id)
  expect(tara).toMatchObject({ recipient: 'tara@shop.example', subject: expect.stringContaining('提到了您'), status: 'sent' })
  expect(tim).toMatchObject({ recipient: 'tim@shop.example', subject: expect.stringContaining('Olga Owner mentions you') })
  expect(tim?.html).toContain('Please &lt;b&gt;call&lt;/b&gt;')
  expect(tim?.text).toContain('> Please <b>call</b>\n> him')
  expect(tim?.text).toContain('The box was open')
  await deleteResponse({ organizationId, id: one.responseId, by: 'ada@shop.example' })
  expect((await caseMails(one.id)).map(({ subject, text, html }) => [subject, text, html])).toEqual([
    [null, null, null],
    [null, null, null],
  ])
})

describe('a mail to the customer', () => {
  const write = (number: number, more: object = {}) => take(number, { type: 'mail', template: 'apology', ...more })
  const customer = async (externalId: string, columns: string) => {
    const opened = await openFor(organizationId, externalId)
    await rowsOf(`update customers set ${columns} where organization_id = $1 and external_id = $2`, [organizationId, externalId])
    return opened
  }

  test('is the template in their language, filled in and escaped, and an answer reaches the writer', async () => {
    const opened = await customer('mei', `email = 'mei@home.example', name = E'<i>Mei</i>\n{owner}', locale = 'zh-CN'`)
    expect(await write(opened.number)).toHaveProperty('case')
    const event = await last(opened.id)
    expect(event).toMatchObject({ type: 'mail', data: { template: 'apology', subject: '关于您在“Delivery”的体验' } })
    expect(event?.data.text).toContain('<i>Mei</i> {owner}，您好')
    expect(event?.data.text).toContain('Olga Owner\nShop')
    const [mail] = await caseMails(opened.id, 'customer')
    await deliverMessage({ organizationId, id: mail?.id ?? '' })
    const [sent] = await caseMails(opened.id, 'customer')
    expect(sent).toMatchObject({ recipient: 'mei@home.example', status: 'sent', locale: 'zh-CN' })
    expect(sent?.html).toContain('&lt;i&gt;Mei&lt;/i&gt;')
    expect(sent?.html).not.toContain('<i>Mei')
  })

  test('is never written to who has no address, or asked not to be written to, also not a moment later', async () => {
    expect(await untouched(() => write(one.number))).toMatchObject({ error: 'step_not_allowed' })
    const silent = await customer('silent', 'unsubscribed_at = now(), email = $$silent@home.example$$')
    expect(await untouched(() => write(silent.number))).toMatchObject({ error: 'step_not_allowed' })
    const late = await customer('late', 'email = $$late@home.example$$')
    await write(late.number, { subject: 'Own', text: 'Own words' })
    await rowsOf(`update customers set unsubscribed_at = now() where external_id = 'late'`)
    const [mail] = await caseMails(late.id, 'customer')
    await deliverMessage({ organizationId, id: mail?.id ?? '' })
    expect(await caseMails(late.id, 'customer')).toMatchObject([{ status: 'dead', subject: null }])
  })
})

describe('cases that belong together', () => {
  test('are merged: one is over, the other has its answers and alerts, and both tell it', async () => {
    const other = await openOne(organizationId)
    expect(await take(one.number, { type: 'merge', into: other.number })).toMatchObject({
      case: { status: 'closed', responses: [] },
    })
    const screen = await getCaseScreen(organizationId, other.number)
    expect(screen?.responses.map(({ id }) => id).sort()).toEqual([one.responseId, other.responseId].sort())
    expect(await rowsOf('select distinct case_id as id from alerts where response_id = $1', [one.responseId])).toEqual([
      { id: other.id },
    ])
    expect(await last(other.id)).toMatchObject({ type: 'merged', data: { case: one.number } })
    expect(await untouched(() => take(other.number, { type: 'merge', into: one.number }))).toMatchObject({
      error: 'step_not_allowed',
    })
    expect(await untouched(() => take(other.number, { type: 'merge', into: other.number }))).toMatchObject({
      error: 'reference_missing',
    })
  })

  test('of two who merge them into each other at once one does', async () => {
    const other = await openOne(organizationId)
    const outcomes = await Promise.all([
      take(one.number, { type: 'merge', into: other.number }),
      take(other.number, { type: 'merge', into: one.number }),
    ])
    expect(outcomes.filter((outcome) => 'case' in outcome)).toHaveLength(1)
    expect(outcomes.filter((outcome) => 'error' in outcome && outcome.error === 'step_not_allowed')).toHaveLength(1)
  })

  test('are split again: some answers get a case with an owner and a clock, and at least one stays', async () => {
    const other = await openOne(organizationId)
    await take(one.number, { type: 'merge', into: other.number })
    const split = (responses: string[]) => take(other.number, { type: 'split', responses })
    expect(await untouched(() => split([one.responseId, other.responseId]))).toMatchObject({ error: 'step_not_allowed' })
    const foreign = await openOne(organizationId)
    expect(await untouched(() => split([foreign.responseId]))).toMatchObject({ error: 'reference_missing' })
    expect(await split([one.responseId])).toMatchObject({ case: { responses: [other.responseId] } })
    const number = (await last(other.id))?.data.case as number
    const made = await getCaseScreen(organizationId, number)
    expect(made).toMatchObject({ status: 'open', owner: { email: 'olga@shop.example' }, responses: [{ id: one.responseId }] })
    expect(made?.dueAt?.getTime()).toBeGreaterThan(Date.now())
  })

  test('are linked from both sides, until one takes the link away', async () => {
    const other = await openOne(organizationId)
    const related = async (number: number) =>
      (await getCaseScreen(organizationId, number))?.related
        .filter(({ relation }) => relation === 'linked')
        .map((found) => found.number)
    await take(one.number, { type: 'link', case: other.number })
    expect([await related(one.number), await related(other.number)]).toEqual([[other.number], [one.number]])
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      expect(await untouched(() => take(from.number, { type: 'link', case: to.number }))).toMatchObject({
        error: 'step_not_allowed',
      })
    await take(other.number, { type: 'unlink', case: one.number })
    expect(await untouched(() => take(one.number, { type: 'unlink', case: other.number }))).toMatchObject({
      error: 'step_not_allowed',
    })
    expect([await related(one.number), await related(other.number)]).toEqual([[], []])
    expect(await untouched(() => take(one.number, { type: 'link', case: 999_999 }))).toMatchObject({ error: 'reference_missing' })
  })

  test('of one customer, or about the same, are shown beside each other', async () => {
    const first = await openFor(organizationId, 'again')
    await take(first.number, { type: 'start' })
    await take(first.number, { type: 'resolve', rootCause: 'delivery', text: 'Done' })
    const second = await openFor(organizationId, 'again', 'store')
    const related = (await getCaseScreen(organizationId, second.number))?.related ?? []
    expect(related).toMatchObject([{ number: first.number, relation: 'customer' }])
  })
})
