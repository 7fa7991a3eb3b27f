import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { callApi, takenOver } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const password = 'a password of theirs'
const spoken = {
  en: {
    ...{
      newRule: 'New rule',
      name: 'Name (English)',
      medium: 'Medium',
      tell: 'Tell',
      enabled: 'Switched on',
      create: 'Create rule',
    },
    ...{ test: 'Test', fired: /([\d,]+) alerts? over ([\d,]+) answers/, days: 'Alerts a day', owners: 'Alerts by owner' },
    ...{ examples: 'The latest of them', caught: /Other rules caught/, switch: (name: string) => `${name}: switched on` },
    ...{ over: /over their budget of messages today/, budget: 'Budget' },
    ...{
      about: 'It is about',
      ninety: '90 days',
      found: /^[1-9]\d* alerts?$/,
      overAnswers: /over [\d,]+ answers/,
      held: /It held on \d+ days/,
    },
    ...{ metric: 'Number', watched: /Aurora index has fallen/, worse: 'Worse is down.' },
    ...{ limits: 'What the past doesn’t tell', changed: 'The rule or the days have been changed since this test.' },
  },
  'zh-CN': {
    ...{ newRule: '新建规则', name: /^名称（中文/, medium: '中', tell: '通知谁', enabled: '启用', create: '创建规则' },
    ...{ test: '回测', fired: /([\d,]+) 份答卷中，触发 ([\d,]+) 条预警/, days: '每日预警数', owners: '按负责人统计的预警' },
    ...{ examples: '最近的几份', caught: /其他规则/, switch: (name: string) => `启用“${name}”` },
    ...{ over: /超出消息上限/, budget: '上限' },
    ...{
      about: '针对',
      ninety: '90 天',
      found: /^[1-9]\d* 条预警$/,
      overAnswers: /共 [\d,]+ 份答卷/,
      held: /共有 \d+ 天符合规则/,
    },
    ...{ metric: '指标', watched: /晨光体验指数下降/, worse: '下降即为变差。' },
    ...{ limits: '过去无法还原的部分', changed: '回测之后，规则或天数已有改动。' },
  },
} as const

type Items<T> = { items: T[] }

const signInAs = async (browser: Browser, email: string, locale: string): Promise<Page> => {
  const context = await browser.newContext({ locale })
  await context.addCookies([{ name: 'earshot-locale', value: locale, url: process.env.E2E_URL ?? '' }])
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${process.env.E2E_URL}/`)
  return page
}

const answerBadly = async (reason: string): Promise<string> => {
  const id = randomUUID()
  const answers = { nps: 5, arrived: 'late', reason }
  await callApi('PUT', `/api/v1/responses/${id}`, { survey: 'delivery', revision: 1, completed: true, answers })
  return id
}

const mailsTo = async (recipient: string): Promise<string[]> => {
  const mails = (await (await fetch(process.env.E2E_INBOX ?? '')).json()) as { recipients: string[]; text: string }[]
  return mails.filter(({ recipients }) => recipients.includes(recipient)).map(({ text }) => text)
}

/** The rule of a test is of no concern to others. */
let made: string | undefined
test.afterEach(async () => {
  const headers = { authorization: `Bearer ${process.env.E2E_KEY}` }
  if (made) await fetch(`${process.env.E2E_URL}/api/v1/alert-rules/${made}`, { method: 'DELETE', headers })
  made = undefined
})

for (const locale of ['en', 'zh-CN'] as const) {
  const say = spoken[locale]

  test(`a manager writes a rule, tests it on past answers, switches it on, is told of an answer, and sees who is over their budget: ${locale}`, async ({
    browser,
  }) => {
    const stamp = randomUUID().slice(0, 8)
    const [manager, busy] = [`manager-${stamp}@desk.example`, `busy-${stamp}@desk.example`]
    const ruleName = `Desk ${stamp}`
    await callApi('PUT', `/api/v1/members/${manager}`, { name: 'Mara Manager', role: 'manager', password })
    await callApi('PUT', `/api/v1/members/${busy}`, { name: `Bea ${stamp}`, role: 'owner', alertsPerDay: 1 })
    const page = await signInAs(browser, manager, locale)

    await page.goto('/alerts?view=rules')
    await page.getByRole('link', { name: say.newRule }).click()
    const name = page.getByRole('textbox', { name: say.name })
    await takenOver(name)
    await name.fill(ruleName)
    await page.getByText(say.medium, { exact: true }).click()
    const tell = page.getByRole('combobox', { name: say.tell })
    await tell.click()
    await tell.press('Backspace')
    await tell.fill(stamp)
    await page.getByRole('option', { name: `Bea ${stamp}` }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('switch', { name: say.enabled }).click({ force: true })

    await page.getByRole('button', { name: say.test, exact: true }).click()
    await expect(page.getByText(say.fired).first()).toBeVisible()
    await expect(page.getByRole('list', { name: say.days }).getByRole('listitem')).toHaveCount(30)
    await expect(page.getByRole('region', { name: say.owners }).getByRole('row')).not.toHaveCount(0)
    await expect(page.getByRole('region', { name: say.examples }).getByRole('link')).toHaveCount(10)
    await expect(page.getByText(say.caught)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])

    await page.getByRole('button', { name: say.create }).click()
    await expect(page).toHaveURL(/\/alerts\/rules\/desk-/)
    made = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    expect(await callApi('GET', `/api/v1/alert-rules/${made}`)).toMatchObject({ enabled: false, severity: 'medium' })
    // Nothing that was tested has told anybody anything.
    expect(await mailsTo(busy)).toEqual([])
    await page.goto('/alerts?view=rules')
    const toggle = page.getByRole('switch', { name: say.switch(ruleName) })
    await takenOver(toggle)
    await toggle.click({ force: true })
    await expect.poll(async () => (await callApi<{ enabled: boolean }>('GET', `/api/v1/alert-rules/${made}`)).enabled).toBe(true)

    await answerBadly(`first ${stamp}`)
    await expect.poll(async () => (await mailsTo(busy)).length).toBe(1)
    expect((await mailsTo(busy))[0]).toContain(`first ${stamp}`)
    const second = await answerBadly(`second ${stamp}`)
    await expect
      .poll(async () => {
        const { items } = await callApi<Items<{ email: string }>>('GET', '/api/v1/alerts/over-budget')
        return items.find(({ email }) => email === busy)
      })
      .toMatchObject({ perDay: 1, told: 2, held: 1, daysOver: 1, waiting: 1 })

    await page.goto('/alerts')
    await expect(page.getByText(say.over).first()).toBeVisible()
    const row = page.getByRole('row').filter({ hasText: `Bea ${stamp}` })
    await expect(row).toBeVisible()
    expect((await row.getByRole('cell').allTextContents()).slice(1, 4)).toEqual(['1', '2', '1'])
    await expect(page.getByRole('columnheader', { name: say.budget, exact: true })).toBeVisible()
    await expect(page.getByText(ruleName).filter({ visible: true }).first()).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    // What waits for the digest has its case all the same.
    const { items } = await callApi<Items<{ status: string }>>('GET', `/api/v1/cases?response=${second}`)
    expect(items).toMatchObject([{ status: 'open' }])
    expect(await mailsTo(busy)).toHaveLength(1)
    await page.context().close()
  })

  test(`a rule about a series is tested on the past before there is any: what it would have told, when, and what isn’t known: ${locale}`, async ({
    browser,
  }) => {
    const manager = `series-${randomUUID().slice(0, 8)}@desk.example`
    await callApi('PUT', `/api/v1/members/${manager}`, { name: 'Mara Manager', role: 'manager', password })
    const page = await signInAs(browser, manager, locale)
    await page.goto('/alerts/new-rule')
    const about = page.getByLabel(say.about)
    await takenOver(about)
    await about.selectOption('standard_missed')
    await page.getByText(say.ninety, { exact: true }).click()
    await page.getByRole('button', { name: say.test, exact: true }).click()
    await expect(page.getByText(say.found).first()).toBeVisible()
    await expect(page.getByText(say.overAnswers)).toBeVisible()
    await expect(page.getByRole('list', { name: say.days }).getByRole('listitem')).toHaveCount(90)
    await expect(page.getByText(say.held)).toBeVisible()
    await expect(page.getByRole('region', { name: say.owners }).getByRole('row')).not.toHaveCount(0)
    const found = page.getByRole('link', { name: /n = \d+/ })
    await expect(found.first()).toHaveAttribute('href', /^\/\?touchpoint=/)
    await expect(page.getByRole('region', { name: say.limits }).getByRole('listitem')).not.toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    // Another rule is another test.
    await about.selectOption('shift')
    await expect(page.getByText(say.changed)).toBeVisible()
    // Any metric can be watched, and every list of rules says which by its name.
    await page.getByLabel(say.metric, { exact: true }).selectOption('aurora-index')
    await expect(page.getByText(say.watched)).toBeVisible()
    await expect(page.getByText(say.worse)).toBeVisible()
    const watching = `watching-${randomUUID().slice(0, 8)}`
    const aboutIndex = { kind: 'shift', metric: 'aurora-index' }
    await callApi('PUT', `/api/v1/alert-rules/${watching}`, { name: watching, enabled: false, about: aboutIndex })
    for (const path of ['/alerts?view=rules', `/alerts/rules/${watching}`]) {
      await page.goto(path)
      await expect(page.getByText(say.watched).first()).toBeVisible()
    }
    await page.context().close()
  })
}
