import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyUrl } from '@/auth/verify-link'
import { closeMail } from '@/delivery/email/send-email'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { keepVerifications } from '@/pipeline/act/keep-verifications'
import { putSettings } from '@/pipeline/design/put-settings'
import { findAwaitedVerdicts, keepVerification } from '@/store/case/keep-verification'
import { findDueDeliveries } from '@/store/delivery/find-due'
import { caseMails, eventsOf, type OpenedCase, openFor, openOne, stepper } from '~tests/support/cases'
import { knock } from '~tests/support/door'
import { openShop, rowsOf } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'

let organizationId: string
let sink: SmtpSink
let one: OpenedCase
let customers = 0
const take = (...step: Parameters<ReturnType<typeof stepper>>) => stepper(organizationId)(...step)

const setting = (verification: object) => putSettings(organizationId, { name: 'Shop', cases: { verification } })

beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
  organizationId = await openShop()
})
afterAll(async () => {
  closeMail()
  await sink.stop()
})

/** A case of a customer with an address, at a touchpoint of Olga's. */
const openKnown = async (customer: { email?: string | null; locale?: string } = {}): Promise<OpenedCase> => {
  customers += 1
  const externalId = `c-${customers}`
  const opened = await openFor(organizationId, externalId)
  const { email = `${externalId}@mail.example`, locale = 'en' } = customer
  await rowsOf('update customers set email = $2, locale = $3, name = $4 where external_id = $1', [
    externalId,
    email,
    locale,
    'Mei Chen',
  ])
  return opened
}

beforeEach(async () => {
  await setting({ silenceDays: 7, afterHours: 24 })
  one = await openKnown()
})

const resolve = async () => {
  await take(one.number, { type: 'start' })
  await take(one.number, { type: 'resolve', rootCause: 'delivery', text: 'Sent a new one' })
}
/** Lets the case's next moment come. */
const pass = async () => {
  await rowsOf(`update cases set verify_at = now() - interval '1 second' where id = $1 and verify_at is not null`, [one.id])
  await keepVerifications()
}
const typesOf = async () => (await eventsOf(one.id)).map(({ type }) => type)
const rowOf = async () =>
  (
    await rowsOf<{
      status: string
      severity: string
      verdict: boolean | null
      verify_at: Date | null
      asked_sequence: number | null
    }>('select status, severity, verdict, verify_at, asked_sequence from cases where id = $1', [one.id])
  )[0]
const asked = () => caseMails(one.id, 'verify')
/** Resolves, asks and sends; answers the path of the link in the mail. */
const ask = async (): Promise<string> => {
  await resolve()
  await pass()
  const mail = (await asked()).at(-1)
  await deliverMessage({ organizationId, id: mail?.id ?? '' })
  const sent = (await asked()).at(-1)
  return new URL(/http\S+\/v\/\S+(?=\?answer=yes)/.exec(sent?.text ?? '')?.[0] ?? '').pathname
}
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const look = async (path: string, method = 'GET') => {
  const answer = await knock(method === 'HEAD' ? 'GET' : method, path)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
const answer = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const said = await knock('POST', path, { headers: { ...form, ...headers }, body: new URLSearchParams(fields).toString() })
  return { status: said.status, html: await said.text() }
}
const untouched = async (work: () => Promise<unknown>) => {
  const read = async () => [
    await rowsOf('select * from cases order by id'),
    await rowsOf('select * from case_events order by case_id, sequence'),
  ]
  const before = await read()
  await work()
  expect(await read()).toEqual(before)
}

describe('asking', () => {
  test('nobody is asked before the time that is left for it to be noticed', async () => {
    await resolve()
    await keepVerifications()
    expect(await asked()).toEqual([])
    const [row] = await rowsOf<{ hours: number }>(
      'select extract(epoch from verify_at - resolved_at)::float8 / 3600 as hours from cases where id = $1',
      [one.id],
    )
    expect(row?.hours).toBeCloseTo(24, 3)
  })

  test('a resolution is asked about once, however many look at once', async () => {
    await resolve()
    await rowsOf(`update cases set verify_at = now() - interval '1 second' where id = $1`, [one.id])
    await Promise.all([keepVerifications(), keepVerifications(), keepVerifications()])
    await keepVerifications()
    expect(await typesOf()).toEqual(['open', 'start', 'resolve', 'ask'])
    expect(await asked()).toMatchObject([{ recipient: `c-${customers}@mail.example`, locale: 'en' }])
  })

  test('a process that dies after it has written the question leaves a delivery that the sweep finds', async () => {
    await resolve()
    await rowsOf(`update cases set verify_at = now() - interval '1 second' where id = $1`, [one.id])
    const [due] = await findAwaitedVerdicts(10)
    const { deliveries } = await keepVerification({ organizationId, id: due?.id ?? '' })
    await rowsOf(`update deliveries set next_attempt_at = now() - interval '4 seconds' where id = $1`, [deliveries[0]])
    expect((await findDueDeliveries(100)).map(({ id }) => id)).toContain(deliveries[0])
  })

  test('the mail is in the customer’s language, with both answers and a way to be asked no more', async () => {
    one = await openKnown({ locale: 'zh-CN' })
    await ask()
    const [kept] = await asked()
    expect(kept).toMatchObject({ status: 'sent', subject: '您反映的问题解决了吗？（Shop）' })
    expect(kept?.text).toMatch(/已经解决: http\S+\/v\/\S+\?answer=yes/)
    expect(kept?.html).toContain('?answer=no')
    const sent = sink.mails.find(({ messageId }) => messageId === `<${kept?.id}@localhost>`)
    const header = (name: string) => sent?.headers.find(({ key }) => key === name)?.value
    expect(header('list-unsubscribe')).toMatch(/^<http:\/\/localhost:3000\/u\/\S+>$/)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  })

  test('an organization asks in its own words, by language', async () => {
    await setting({ subject: { en: 'All well, {customer}?', 'zh-CN': '好了吗？' }, question: 'Is {case} done?' })
    await ask()
    const [mail] = await asked()
    expect(mail?.subject).toBe('All well, Mei Chen?')
    expect(mail?.text).toContain(`Is ${one.number} done?`)
  })

  test.each([
    ['has no address', 'no_address', { email: null }],
    ['asked not to be written to', 'unsubscribed', {}],
  ] as const)(
    'a customer who %s is not asked; the case says why, and is closed when nobody has said a word',
    async (_, reason, is) => {
      one = await openKnown(is)
      if (reason === 'unsubscribed')
        await rowsOf(`update customers set unsubscribed_at = now() where external_id = $1`, [`c-${customers}`])
      await resolve()
      await pass()
      expect(await asked()).toEqual([])
      expect((await eventsOf(one.id)).at(-1)).toMatchObject({ type: 'not_asked', data: { unasked: reason } })
      await pass()
      expect(await rowOf()).toMatchObject({ status: 'closed', verdict: null, verify_at: null })
    },
  )

  test('nobody is asked in an anonymous case', async () => {
    one = await openOne(organizationId)
    await resolve()
    await pass()
    expect((await eventsOf(one.id)).at(-1)).toMatchObject({ type: 'not_asked', data: { unasked: 'anonymous' } })
  })

  test('with no days of silence nobody is asked, and the case stays as it is', async () => {
    await setting({ silenceDays: 0 })
    await resolve()
    expect(await rowOf()).toMatchObject({ status: 'resolved', verify_at: null })
    await setting({ silenceDays: 7 })
    one = await openKnown()
    await resolve()
    await setting({ silenceDays: 0 })
    await pass()
    await pass()
    expect(await typesOf()).toEqual(['open', 'start', 'resolve'])
    expect(await rowOf()).toMatchObject({ status: 'resolved', verify_at: null })
  })

  test.each([
    [
      'the customer has unsubscribed',
      () => rowsOf(`update customers set unsubscribed_at = now() where external_id = 'c-' || $1::int`, [customers]),
    ],
    ['the case was reopened', () => take(one.number, { type: 'reopen' })],
  ])('a question that hasn’t left is not sent once %s', async (_, change) => {
    await resolve()
    await pass()
    await change()
    const [mail] = await asked()
    await deliverMessage({ organizationId, id: mail?.id ?? '' })
    expect(await asked()).toMatchObject([{ status: 'dead', text: null }])
  })
})

describe('answering', () => {
  test('looking changes nothing, whichever answer the link brings; “yes” verifies the case, once', async () => {
    const path = await ask()
    await untouched(async () => {
      for (const query of ['', '?answer=yes', '?answer=no']) {
        const page = await look(path + query)
        expect(page.status).toBe(200)
        expect(page.html.match(/<form/g)).toHaveLength(1)
        expect(page.html).toContain('Has it been put right?')
        expect(page.headers.get('referrer-policy')).toBe('no-referrer')
      }
      await answer(path, {})
      await answer(path, { answer: 'maybe' })
    })
    expect((await answer(path, { answer: 'yes' })).html).toContain('We are glad')
    expect(await rowOf()).toMatchObject({ status: 'verified', verdict: true, verify_at: null })
    expect((await eventsOf(one.id)).at(-1)).toMatchObject({ type: 'verify', by: 'customer', data: { fixed: true, asked: 4 } })
    await untouched(async () => {
      expect((await answer(path, { answer: 'no' })).html).toContain('You have answered already')
      expect((await look(path)).html).toContain('You have answered already')
    })
  })

  test('“no” opens the case again at a higher severity and tells its owner, with the customer’s words', async () => {
    await rowsOf(`update cases set severity = 'medium' where id = $1`, [one.id])
    const path = await ask()
    const said = await answer(path, { answer: 'no', words: ' Still\u0000 broken <b>here</b> ' })
    expect(said.html).toContain('Thank you for telling us')
    expect(await rowOf()).toMatchObject({ status: 'open', severity: 'high', verdict: false, asked_sequence: null })
    expect((await eventsOf(one.id)).at(-1)).toMatchObject({
      type: 'verify',
      data: { fixed: false, text: 'Still broken <b>here</b>' },
    })
    const mails = await caseMails(one.id)
    expect(mails.map(({ recipient }) => recipient)).toEqual(['olga@shop.example'])
    await deliverMessage({ organizationId, id: mails[0]?.id ?? '' })
    const [mail] = await caseMails(one.id)
    expect(mail?.subject).toContain(`Case ${one.number} is not mended`)
    expect(mail?.text).toContain('> Still broken <b>here</b>')
    expect(mail?.html).toContain('Still broken &lt;b&gt;here')
  })

  test('of two answers at once one counts', async () => {
    const path = await ask()
    await Promise.all([answer(path, { answer: 'yes' }), answer(path, { answer: 'no' }), answer(path, { answer: 'yes' })])
    expect((await typesOf()).filter((type) => type === 'verify')).toHaveLength(1)
  })

  test('a case that is resolved again is asked about again, and the first link says that it is over', async () => {
    const first = await ask()
    await take(one.number, { type: 'reopen' })
    await untouched(async () => expect(await answer(first, { answer: 'yes' })).toMatchObject({ status: 410 }))
    const second = await ask()
    expect(second).not.toBe(first)
    await untouched(async () => expect(await answer(first, { answer: 'yes' })).toMatchObject({ status: 410 }))
    expect((await answer(second, { answer: 'yes' })).html).toContain('We are glad')
  })

  test('silence closes the case as unverified', async () => {
    const path = await ask()
    await pass()
    expect((await eventsOf(one.id)).at(-1)).toMatchObject({ type: 'close', by: 'system', data: { reason: 'silence' } })
    expect(await rowOf()).toMatchObject({ status: 'closed', verdict: null, verify_at: null })
    await untouched(async () => expect(await answer(path, { answer: 'yes' })).toMatchObject({ status: 410 }))
  })

  test('an expired, altered or stranger’s link, and one of another site, does nothing and says so', async () => {
    const path = await ask()
    const about = { organizationId, caseId: one.id, sequence: 4 }
    const link = (over: Partial<typeof about>, until = new Date(Date.now() + 1e6)) =>
      new URL(verifyUrl({ ...about, ...over }, until)).pathname
    const elsewhere = await openShop('elsewhere')
    await untouched(async () => {
      expect(await answer(link({}, new Date(Date.now() - 1000)), { answer: 'yes' })).toMatchObject({ status: 410 })
      for (const wrong of [
        `${path}x`,
        link({ organizationId: elsewhere }),
        link({ sequence: 3 }),
        link({ caseId: crypto.randomUUID() }),
        '/v/abc',
      ]) {
        const said = await answer(wrong, { answer: 'yes' })
        expect(said).toMatchObject({ status: 404, html: expect.stringContaining('Nothing was changed') })
        expect((await look(wrong)).status).toBe(404)
      }
      expect(await answer(path, { answer: 'yes' }, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 })
    })
  })

  test('what a person has verified is not mailed to them, and reopening it takes the word back', async () => {
    await resolve()
    await take(one.number, { type: 'verify', fixed: false })
    expect(await caseMails(one.id)).toEqual([])
    await take(one.number, { type: 'start' })
    await take(one.number, { type: 'resolve', rootCause: 'delivery', text: 'Once more' })
    await take(one.number, { type: 'verify', fixed: true })
    expect(await rowOf()).toMatchObject({ verdict: true })
    await take(one.number, { type: 'reopen' })
    expect(await rowOf()).toMatchObject({ verdict: null })
  })
})
