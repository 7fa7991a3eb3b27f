import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { askAfter, callApi, signIn, takenOver } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const password = 'a password of theirs'
const spoken = {
  en: {
    ...{
      take: 'Take over',
      taken: 'Taken over. It is yours.',
      faster: 'Tara Phone was faster. Nothing was changed.',
      open: 'Open the case',
    },
    ...{ resolve: 'Resolve', submit: 'Resolve', cause: 'Root cause', what: 'What was done?' },
    ...{ mended: 'Yes, it has', verified: 'Verified' },
  },
  'zh-CN': {
    ...{ take: '接手', taken: '已接手，由您负责。', faster: 'Tara Phone已先一步处理，未作任何更改。', open: '打开工单' },
    ...{ resolve: '解决', submit: '标记为已解决', cause: '根本原因', what: '采取了什么措施？' },
    ...{ mended: '已经解决', verified: '已验证' },
  },
} as const

/** A rule of its own tells two members; neither owns the touchpoint. */
test.beforeAll(async () => {
  for (const name of ['Tara', 'Tom'])
    await callApi('PUT', `/api/v1/members/${name.toLowerCase()}@phone.example`, {
      name: `${name} Phone`,
      role: 'owner',
      password,
    })
  await callApi('PUT', '/api/v1/alert-rules/phone-spec', {
    ...{ name: 'By phone', touchpoints: ['delivery'], when: { field: 'answer.reason', op: 'contains', value: 'phone-spec' } },
    ...{ severity: 'high', openCase: true },
    notify: ['tara', 'tom'].map((name) => ({ to: `member:${name}@phone.example`, by: 'email' })),
  })
})

/** A bad answer of a customer who can be asked later whether it is mended. */
const answerBadly = async (words: string, customer: { email: string; locale: string }): Promise<string> => {
  const [id, externalId] = [randomUUID(), customer.email]
  await callApi('PUT', `/api/v1/customers/${externalId}`, { ...customer, name: 'Mei Chen' })
  const answers = { nps: 0, arrived: 'late', reason: words }
  const submittedAt = new Date().toISOString()
  const response = { id, survey: 'delivery', completed: true, submittedAt, answers, customer: { externalId } }
  await callApi('POST', '/api/v1/responses', { responses: [response] })
  return id
}

type Mail = { recipients: string[]; text: string }

/** The link in the mail to somebody that says these words. */
const linkIn = async (recipient: string, words: string, link: RegExp): Promise<string> => {
  const find = async () => {
    const mails = (await (await fetch(process.env.E2E_INBOX ?? '')).json()) as Mail[]
    const mail = mails.find(({ recipients, text }) => recipients.includes(recipient) && text.includes(words))
    return link.exec(mail?.text ?? '')?.[0] ?? ''
  }
  await expect.poll(find, { timeout: 40_000 }).not.toBe('')
  return find()
}

const linkTo = (name: string, words: string) => linkIn(`${name}@phone.example`, words, /https?:\/\/\S+\/a\/[\w.~-]+/)

const onPhone = async (browser: Browser, locale: string): Promise<Page> => {
  const context = await browser.newContext({ locale, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await context.addCookies([{ name: 'earshot-locale', value: locale, url: process.env.E2E_URL ?? '' }])
  return context.newPage()
}

const signInAs = async (page: Page, email: string): Promise<void> => {
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
}

/** Mails and their pages speak the language of the member's account. */
const speak = async (browser: Browser, name: string, locale: 'en' | 'zh-CN'): Promise<void> => {
  const context = await browser.newContext()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  await context.addCookies([{ name: 'earshot-locale', value: other, url: process.env.E2E_URL ?? '' }])
  const page = await context.newPage()
  await page.goto('/sign-in')
  await signInAs(page, `${name}@phone.example`)
  await expect(page).toHaveURL(`${process.env.E2E_URL}/`)
  await page.locator(`button[name=locale][value="${locale}"]`).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await context.close()
}

for (const locale of ['en', 'zh-CN'] as const) {
  const say = spoken[locale]

  test(`an owner goes on a phone from the mail to the case that its customer calls mended, and who takes it later is told who was faster: ${locale}`, async ({
    browser,
    page,
  }) => {
    test.setTimeout(150_000)
    await signIn(page)
    await askAfter(page, 0)
    await speak(browser, 'tara', locale)
    await speak(browser, 'tom', locale)
    const words = `phone-spec ${randomUUID()}`
    const email = `mei-${randomUUID()}@phone-home.example`
    const id = await answerBadly(words, { email, locale })
    const [tara, tom] = [await onPhone(browser, locale), await onPhone(browser, locale)]
    const mine = await linkTo('tara', words)
    for (const page of [tara, tom]) await page.goto(page === tara ? mine : await linkTo('tom', words))
    expect(await faultsOf(tara)).toEqual([])
    expect(await tara.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const found = async () =>
      (await callApi<{ items: { number: number; status: string; owner: unknown }[] }>('GET', `/api/v1/cases?response=${id}`))
        .items[0]
    // Both have looked, and nothing has happened by it.
    expect((await found())?.status).toBe('open')
    await tara.getByRole('button', { name: say.take }).click()
    await expect(tara.getByText(say.taken)).toBeVisible()
    await tom.getByRole('button', { name: say.take }).click()
    await expect(tom.getByText(say.faster)).toBeVisible()
    expect(await faultsOf(tom)).toEqual([])
    expect(await found()).toMatchObject({ status: 'acknowledged', owner: { email: 'tara@phone.example' } })

    await tara.getByRole('link', { name: say.open }).click()
    await signInAs(tara, 'tara@phone.example')
    await expect(tara).toHaveURL(`${process.env.E2E_URL}/cases/${(await found())?.number}`)
    await takenOver(tara.getByRole('button', { name: say.resolve, exact: true }).first())
    await tara.getByRole('button', { name: say.resolve, exact: true }).first().click()
    await tara.getByLabel(say.cause).selectOption({ index: 1 })
    await tara.getByLabel(say.what).fill('Called, sent a new one')
    await tara.getByRole('button', { name: say.submit, exact: true }).last().click()
    await expect.poll(async () => (await found())?.status).toBe('resolved')

    const customer = await onPhone(browser, locale)
    await customer.goto(await linkIn(email, '', /https?:\/\/\S+\/v\/[\w.~-]+/))
    await customer.getByRole('button', { name: say.mended }).click()
    await expect.poll(async () => (await found())?.status).toBe('verified')
    await customer.context().close()
    await tara.reload()
    await expect(tara.getByText(say.verified, { exact: true }).first()).toBeVisible()
    expect(await faultsOf(tara)).toEqual([])
    expect(await tara.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await askAfter(page, 24)
    await Promise.all([tara, tom].map((page) => page.context().close()))
  })
}
