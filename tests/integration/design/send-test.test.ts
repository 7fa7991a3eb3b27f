import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { closeMail } from '@/delivery/email/send-email'
import { testId } from '@/domain/response/test-id'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { putObject } from '@/pipeline/design/put-object'
import { followTest, sendTest, testsAnHour } from '@/pipeline/design/send-test'
import { publishSurvey } from '@/pipeline/design/survey-programme'
import { knock, put } from '~tests/support/door'
import { countOf, newId, openShop, rowsOf } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'
import { dumpOf } from '~tests/support/tenants'
import { openPage, pressPage } from '../collect/visitor'

const survey = {
  touchpoint: 'delivery',
  locales: ['en', 'zh-CN'],
  title: { en: 'Your <b>order</b>', 'zh-CN': '您的订单' },
  pages: [
    {
      questions: [
        { key: 'hello', kind: 'statement', text: { en: 'Two minutes.', 'zh-CN': '两分钟。' } },
        { key: 'nps', kind: 'nps', required: true, text: { en: 'Would you recommend us?', 'zh-CN': '您会推荐我们吗？' } },
      ],
    },
    {
      questions: [
        { key: 'photo', kind: 'file', types: ['image'], text: { en: 'Show us', 'zh-CN': '图片' } },
        { key: 'why', kind: 'text', text: { en: 'Why?', 'zh-CN': '为什么？' } },
      ],
    },
  ],
  thanks: [{ text: { en: 'Thank you, all of it arrived.', 'zh-CN': '谢谢' } }],
  quotas: [{ key: 'one', when: { field: 'answer.nps', op: 'lte', value: 10 }, limit: 1 }],
  theme: { color: '#7048e8' },
}
const changed = { ...survey, title: { en: 'Your order, changed', 'zh-CN': '改过的订单' } }

let organizationId: string
let memberId: string
let sink: SmtpSink
const memberOf = async (name: string): Promise<string> =>
  (await rowsOf<{ id: string }>('select id from members where organization_id = $1 and name = $2', [organizationId, name]))[0]
    ?.id ?? ''
const save = async (key: string, definition: object) => {
  const put = await putObject(organizationId, 'surveys', key, definition)
  if ('error' in put) throw new Error(JSON.stringify(put))
}
beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
  organizationId = await openShop()
  memberId = await memberOf('Ada Admin')
  await save('order', survey)
  await publishSurvey(organizationId, 'order')
  // What is tried out below must find rules and quotas that it could set off.
  await applyProgramme(organizationId, {
    alertRules: {
      all: {
        name: 'All',
        touchpoints: ['delivery'],
        when: { field: 'answer.nps', op: 'lte', value: 10 },
        severity: 'high',
        openCase: true,
      },
    },
  })
})
afterEach(async () => {
  sink.refuseWith = undefined
  sink.refuseRecipientWith = undefined
  // The hour's tests are over.
  await rowsOf(`update deliveries set created_at = created_at - interval '2 hours' where kind = 'test'`)
})
afterAll(async () => {
  closeMail()
  await sink.stop()
})

type Asked = Partial<Parameters<typeof sendTest>[0]>
const ask = (more: Asked = {}) =>
  sendTest({ organizationId, memberId, survey: 'order', which: 'published', locale: 'en', ...more }, new Date())
const send = async (more: Asked = {}) => {
  const sent = await ask(more)
  if ('error' in sent) throw new Error(JSON.stringify(sent))
  return { ...sent, path: new URL(sent.url).pathname, token: new URL(sent.url).pathname.slice(3) }
}
const deliver = (id: string) => deliverMessage({ organizationId, id })
const mailOf = (id: string) => sink.mails.filter(({ messageId }) => messageId === `<${id}@localhost>`)

describe('the mail', () => {
  test('goes to the member’s own address once, with the first question and a link for each of its numbers', async () => {
    const { deliveryId, url } = await send()
    expect(await followTest(organizationId, memberId, deliveryId)).toMatchObject({ status: 'pending', mode: null })
    await Promise.all([deliver(deliveryId), deliver(deliveryId)])
    const [mail, second] = mailOf(deliveryId)
    expect(second).toBeUndefined()
    expect(mail).toMatchObject({ recipients: ['ada@shop.example'], subject: '[Test] Your <b>order</b>' })
    expect(mail?.html).toContain('Would you recommend us?')
    expect(mail?.html).toContain('Two minutes.')
    expect(mail?.html).not.toContain('<b>order</b>')
    for (let value = 0; value <= 10; value += 1) expect(mail?.html).toContain(`${url}&amp;nps=${value}"`)
    expect(mail?.text).toContain(url)
    expect(mail?.text).toContain('is not kept')
    expect(await followTest(organizationId, memberId, deliveryId)).toMatchObject({ status: 'sent', mode: 'smtp' })
  })

  test('that is refused for now is tried again with the same words, and says why until then', async () => {
    const { deliveryId } = await send({ locale: 'zh-CN', which: 'draft' })
    sink.refuseWith = 451
    await deliver(deliveryId)
    const waiting = await followTest(organizationId, memberId, deliveryId)
    expect(waiting).toMatchObject({ status: 'retrying', lastError: expect.stringContaining('451') })
    expect(waiting?.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now())
    sink.refuseWith = undefined
    await rowsOf(`update deliveries set next_attempt_at = now() - interval '1 second' where id = $1`, [deliveryId])
    await save('order', changed)
    await deliver(deliveryId)
    await save('order', survey)
    expect(mailOf(deliveryId).map(({ subject }) => subject)).toEqual(['[Test] 您的订单'])
    const refused = await send()
    sink.refuseRecipientWith = 550
    await deliver(refused.deliveryId)
    expect(await followTest(organizationId, memberId, refused.deliveryId)).toMatchObject({ status: 'dead' })
  })

  test('is followed by who asked for it alone', async () => {
    const { deliveryId } = await send()
    expect(await followTest(organizationId, await memberOf('Tim Team'), deliveryId)).toBeUndefined()
    expect(await followTest(organizationId, memberId, 'nonsense')).toBeUndefined()
  })

  test(`comes at most ${testsAnHour} times an hour, however many are asked for at once`, async () => {
    const all = await Promise.all(Array.from({ length: testsAnHour + 5 }, () => ask()))
    expect(all.filter((one) => 'deliveryId' in one)).toHaveLength(testsAnHour)
    expect(all.filter((one) => 'error' in one && one.error === 'too_many')).toHaveLength(5)
    expect(await ask({ memberId: await memberOf('Tim Team') })).toHaveProperty('deliveryId')
  })

  test('isn’t made of what isn’t there: a language, a survey, a version, an unfinished draft', async () => {
    expect(await ask({ locale: 'fr' })).toMatchObject({ error: 'invalid' })
    expect(await ask({ survey: 'nothing' })).toMatchObject({ error: 'survey_not_found' })
    await save('new', survey)
    expect(await ask({ survey: 'new' })).toMatchObject({ error: 'not_found' })
    expect(await ask({ survey: 'new', which: 'draft' })).toHaveProperty('deliveryId')
    await rowsOf(`update surveys set draft = jsonb_set(draft, '{pages}', '[]') where key = 'new'`)
    expect(await ask({ survey: 'new', which: 'draft' })).toMatchObject({
      error: 'invalid',
      errors: expect.arrayContaining([expect.objectContaining({ path: 'pages' })]),
    })
  })
})

describe('the link', () => {
  test('goes through the survey to its thanks, marked on each page, and nothing in the database changes', async () => {
    const { path, token } = await send()
    const before = await dumpOf(organizationId)
    const first = await openPage(`${path}?nps=9`)
    expect(first.html).toContain('[Test] Your')
    expect(first.html).toContain('Version 1. What is answered here is not kept')
    expect(first.form?.get('nps')).toBe('9')
    expect(first.headers.get('referrer-policy')).toBe('no-referrer')
    const second = await pressPage(path, first)
    expect(second.html).toContain('Why?')
    expect(second.html).toContain('not kept')
    const last = await pressPage(path, second, { why: 'It was late' })
    expect(last.html).toContain('Thank you, all of it arrived.')
    expect(last.html).toContain('not kept')
    const id = first.form?.get('_id') ?? ''
    const body = { survey: 'order', version: 1, answers: { nps: 0, why: 'late' }, invitationToken: token }
    expect(await put(id, body)).toEqual({ status: 200, body: { id, revision: 1, status: 'partial' } })
    const whole = { ...body, revision: 2, completed: true }
    // The quota has one place: a second customer would be turned away.
    for (const _ of [1, 2]) expect(await put(id, whole)).toMatchObject({ status: 200, body: { status: 'completed' } })
    expect(await dumpOf(organizationId)).toEqual(before)
  })

  test('checks answers as they are always checked', async () => {
    const { path, token } = await send()
    const page = await openPage(path)
    expect((await pressPage(path, page)).status).toBe(422)
    const id = page.form?.get('_id') ?? ''
    const body = { survey: 'order', version: 1, invitationToken: token }
    expect((await put(id, { ...body, answers: { nps: 11 } })).status).toBe(422)
    expect((await put(id, { ...body, answers: {}, completed: true })).status).toBe(422)
  })

  test('looks at files and keeps none', async () => {
    const { path } = await send()
    const id = (await openPage(path)).form?.get('_id') ?? ''
    const upload = (body: string) =>
      knock('POST', `/api/v1/uploads?survey=order&question=photo&response=${id}`, { body, headers: { 'x-file-name': 'a.gif' } })
    expect((await upload('no picture')).status).toBe(415)
    const taken = await upload('GIF89a and so on')
    expect(taken.status).toBe(201)
    expect(await taken.json()).toMatchObject({ name: 'a.gif', size: 16, type: 'image/gif' })
    expect(await countOf('uploads')).toBe(0)
  })

  test('keeps nothing even if its token or its id gets lost on the way', async () => {
    const { token } = await send()
    const answered = { survey: 'order', answers: { nps: 1 }, completed: true }
    const id = testId(Date.now(), '0123456789abcdef')
    expect((await put(id, answered)).status).toBe(403)
    expect((await put(id.toUpperCase(), answered)).status).toBe(403)
    expect((await put(newId(), { ...answered, invitationToken: token })).status).toBe(403)
    expect((await put(id, { ...answered, survey: 'delivery', invitationToken: token })).status).toBe(403)
    expect(await countOf('responses')).toBe(0)
  })

  test('opens a draft as it is at the moment, also after publishing, and says when it isn’t finished', async () => {
    await save('order', changed)
    const { path, token } = await send({ which: 'draft' })
    const page = await openPage(path)
    expect(page.html).toContain('Your order, changed')
    expect(page.html).toContain('Draft; customers see version 1. ')
    const { pages, ...rest } = changed
    await save('order', { ...rest, pages: [{ questions: [{ key: 'ease', kind: 'ces', text: 'How easy?' }] }], quotas: [] })
    expect((await openPage(path)).html).toContain('How easy?')
    // The page from before meets the draft as it is now, and a save of its answers isn't held against it.
    expect((await pressPage(path, page, { nps: '9' })).html).toContain('Thank you, all of it arrived.')
    const id = page.form?.get('_id') ?? ''
    const version = Number(page.form?.get('_version'))
    const answered = { survey: 'order', answers: { nps: 9 }, completed: true, invitationToken: token }
    expect(await put(id, { ...answered, version })).toMatchObject({ status: 200, body: { status: 'completed' } })
    await rowsOf(`update surveys set draft = jsonb_set(draft, '{pages}', '[]') where key = 'order'`)
    const unfinished = await openPage(path)
    expect(unfinished.status).toBe(409)
    expect(unfinished.html).toContain('The draft isn’t finished just now')
    expect((await put(id, { ...answered, version })).status).toBe(403)
    await save('order', survey)
  })

  test('opens a closed survey too, in the language of the mail, and speaks of itself in the member’s', async () => {
    await rowsOf(`update surveys set closed_at = now() where key = 'order'`)
    const { url } = await send({ locale: 'zh-CN' })
    const page = await openPage(new URL(url).pathname + new URL(url).search)
    expect(page.html).toContain('<html lang="zh-CN"')
    expect(page.html).toContain('您会推荐我们吗')
    expect(page.html).toContain('lang="en" dir="ltr" aria-label="Test"')
    await rowsOf(`update surveys set closed_at = null where key = 'order'`)
  })

  test('opens nothing once it is too old, was tampered with, or its member has left', async () => {
    const tim = await memberOf('Tim Team')
    const { path } = await send({ memberId: tim })
    expect((await openPage(path)).status).toBe(200)
    await rowsOf('update members set is_active = false where id = $1', [tim])
    for (const gone of [path, `${path}x`, '/t/nonsense', '/t/a.b.c']) {
      const page = await openPage(gone)
      expect(page.status).toBe(410)
      expect(page.html).toContain('This test link opens nothing any more')
    }
    await rowsOf('update members set is_active = true where id = $1', [tim])
    const old = await sendTest(
      { organizationId, memberId, survey: 'order', which: 'published', locale: 'en' },
      new Date(Date.now() - 8 * 86_400_000),
    )
    if ('error' in old) throw new Error(old.error)
    expect((await openPage(new URL(old.url).pathname)).status).toBe(410)
  })
})
