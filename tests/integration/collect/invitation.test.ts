import { beforeAll, describe, expect, test } from 'vitest'
import { knock } from '~tests/support/door'
import { invitationOf, invite, pathOf } from '~tests/support/invited'
import { countOf, rowsOf } from '~tests/support/shop'
import { loadProgramme } from './programme'
import { openPage, pressPage } from './visitor'

let organizationId: string
let customers = 0
const link = (more: Record<string, unknown> = {}, survey = 'short') => {
  customers += 1
  return invite(organizationId, survey, `customer-${customers}`, more)
}
beforeAll(async () => {
  organizationId = await loadProgramme()
})

type Row = { answers: object; status: string; revision: number; customer: string; channel: string; context: object }

const responseOf = async (id: string | null | undefined): Promise<Row | undefined> =>
  (
    await rowsOf<Row>(
      `select r.answers, r.status, r.revision, r.channel, r.context, c.external_id as customer from responses r
         left join customers c on c.organization_id = r.organization_id and c.id = r.customer_id where r.id = $1`,
      [id],
    )
  )[0]

const dataOf = (html: string): Record<string, unknown> =>
  JSON.parse(/id="earshot-data">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as Record<string, unknown>

test('a link is one customer’s from the first page to the thanks, and every step is noted', async () => {
  const made = await link({ channel: 'email', context: { order: 'A-1', total: 12 }, locale: 'zh-CN' })
  const path = pathOf(made.url)
  expect((await invitationOf(made)).state).toBe('sent')
  const first = await openPage(path)
  expect(first.status).toBe(200)
  expect(first.headers.get('referrer-policy')).toBe('no-referrer')
  expect(first.html).toContain('您会推荐我们吗？')
  expect(await invitationOf(made)).toMatchObject({ state: 'opened', openedAt: expect.any(Date), startedAt: null })
  const second = await pressPage(path, first, { nps: '2' })
  expect(await invitationOf(made)).toMatchObject({ state: 'started', startedAt: expect.any(Date), completedAt: null })
  const thanks = await pressPage(path, second, { reason: 'Late' })
  expect(thanks.html).toContain('谢谢')
  const { state, responseId, completedAt } = await invitationOf(made)
  expect({ state, completedAt }).toEqual({ state: 'completed', completedAt: expect.any(Date) })
  expect(await responseOf(responseId)).toEqual({
    answers: { nps: 2, reason: 'Late' },
    status: 'completed',
    revision: 2,
    customer: made.customer,
    channel: 'email',
    context: { order: 'A-1', total: 12 },
  })
})

test('another device with the same link goes on where the first one stopped', async () => {
  const path = pathOf((await link()).url)
  const first = await openPage(path)
  await pressPage(path, first, { nps: '3', speed: '4' })
  const other = await openPage(path)
  expect(other.form?.get('_id')).toBe(first.form?.get('_id'))
  expect(other.form?.get('_page')).toBe('1')
  expect(other.html).toContain('What went wrong?')
  expect(other.form?.get('nps')).toBe('3')
  expect(dataOf(other.html)).toMatchObject({ visit: { revision: 1, pageIndex: 1 }, given: { nps: 3, speed: 4 } })
  await pressPage(path, other, { reason: 'On the other device' })
  expect(await responseOf(first.form?.get('_id'))).toMatchObject({
    status: 'completed',
    answers: { nps: 3, speed: 4, reason: 'On the other device' },
  })
})

test('it is used once: afterwards it shows the thanks, and a form from before changes nothing', async () => {
  const path = pathOf((await link()).url)
  const first = await openPage(path)
  await pressPage(path, first, { nps: '9' })
  const again = await openPage(path)
  expect(again.status).toBe(200)
  expect(again.form).toBeUndefined()
  expect(again.html).toContain('You have answered already.')
  expect((await pressPage(path, first, { nps: '1' })).html).toContain('You have answered already.')
  expect(await responseOf(first.form?.get('_id'))).toMatchObject({ answers: { nps: 9 }, revision: 1 })
})

test('until its date a completed response can be changed', async () => {
  const path = pathOf((await link({ editableUntil: new Date(Date.now() + 60_000).toISOString() })).url)
  const first = await openPage(path)
  await pressPage(path, first, { nps: '9', speed: '5' })
  const again = await openPage(path)
  expect(again.form?.get('_page')).toBe('0')
  expect(again.form?.get('nps')).toBe('9')
  await pressPage(path, again, { nps: '10' })
  expect(await responseOf(first.form?.get('_id'))).toMatchObject({ answers: { nps: 10, speed: 5 }, status: 'completed' })
})

describe('a link that a machine opens', () => {
  test('records no answer by GET or HEAD, however often, whatever it fills in', async () => {
    const made = await link()
    const path = `${pathOf(made.url)}?nps=9&speed=5`
    const before = await countOf('responses')
    expect((await knock('HEAD', path)).status).toBe(200)
    expect((await invitationOf(made)).state).toBe('sent')
    for (let times = 0; times < 3; times++) {
      const page = await openPage(path)
      expect(page.form?.get('nps')).toBe('9')
      expect(dataOf(page.html)).toMatchObject({
        given: { nps: 9, speed: 5 },
        provisional: ['nps', 'speed'],
        visit: { revision: 0 },
      })
    }
    expect(await invitationOf(made)).toMatchObject({ state: 'opened', startedAt: null, completedAt: null })
    expect(await countOf('responses')).toBe(before)
  })

  test('counts when a person presses the button', async () => {
    const path = pathOf((await link()).url)
    const page = await openPage(`${path}?nps=9`)
    await pressPage(path, page)
    expect(await responseOf(page.form?.get('_id'))).toMatchObject({ answers: { nps: 9 }, status: 'completed' })
  })

  test('confirms nothing by another language of the page', async () => {
    const path = pathOf((await link()).url)
    const page = await openPage(`${path}?nps=4`)
    const chinese = await pressPage(path, page, { _go: 'lang:zh-CN' })
    expect(chinese.form?.get('nps')).toBe('4')
    expect(await responseOf(page.form?.get('_id'))).toBeUndefined()
    await pressPage(path, chinese)
    expect(await responseOf(page.form?.get('_id'))).toMatchObject({ answers: { nps: 4 } })
  })

  test('offers only what fits the question', async () => {
    const page = await openPage(`${pathOf((await link()).url)}?nps=11&speed=5&reason=x&nonsense=1`)
    expect(dataOf(page.html).provisional).toEqual(['speed', 'reason'])
  })
})

describe('a link that takes no answers says why, in the visitor’s language', () => {
  test('unknown, or of nobody', async () => {
    for (const token of ['nonsense', 'A'.repeat(24)]) {
      const page = await openPage(`/i/${token}`, { 'accept-language': 'ja' })
      expect(page.status).toBe(404)
      expect(page.html).toContain('このリンクは使えません')
    }
  })

  test('expired', async () => {
    const made = await link()
    const path = pathOf(made.url)
    const page = await openPage(path)
    await rowsOf(`update invitations set expires_at = now() - interval '1 second' where id = $1`, [made.id])
    const late = await openPage(path, { 'accept-language': 'ar' })
    expect(late.status).toBe(410)
    expect(late.html).toContain('dir="rtl"')
    expect((await pressPage(path, page, { nps: '5' })).status).toBe(410)
    expect(await responseOf(page.form?.get('_id'))).toBeUndefined()
  })

  test('but who has begun may finish', async () => {
    const made = await link()
    const path = pathOf(made.url)
    const second = await pressPage(path, await openPage(path), { nps: '5' })
    await rowsOf(`update invitations set expires_at = now() - interval '1 hour' where id = $1`, [made.id])
    expect((await pressPage(path, second, { reason: 'Late' })).html).toContain('Thank you')
    expect((await invitationOf(made)).state).toBe('completed')
  })

  test('of a survey that is closed', async () => {
    const path = pathOf((await link({}, 'csat')).url)
    await rowsOf(`update surveys set closed_at = now() where slug = 'csat'`)
    expect((await openPage(path)).status).toBe(410)
    await rowsOf(`update surveys set closed_at = null where slug = 'csat'`)
  })
})

test('a form with another response’s id, or from another site, is refused', async () => {
  const [own, other] = [pathOf((await link()).url), pathOf((await link()).url)]
  const [page, theirs] = [await openPage(own), await openPage(other)]
  const id = theirs.form?.get('_id') ?? ''
  expect((await pressPage(own, page, { nps: '5', _id: id })).status).toBe(422)
  expect((await pressPage(own, page, { nps: '5' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(await responseOf(id)).toBeUndefined()
  expect(await responseOf(page.form?.get('_id'))).toBeUndefined()
})
