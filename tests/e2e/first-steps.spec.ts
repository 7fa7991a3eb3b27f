import { randomBytes } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { adminQuery, databaseUrl } from '~tests/support/admin-query'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { faultsOf } from '~tests/support/faults'

const email = 'admin@first.example'
const password = 'correct-horse-battery-9'
const name = `first_${randomBytes(4).toString('hex')}`
let earshot: Earshot

test.beforeAll(async () => {
  test.setTimeout(120_000)
  await adminQuery(`create database ${name}`)
  earshot = await startEarshot({ databaseUrl: databaseUrl(name), env: { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } })
})
test.afterAll(async () => {
  await earshot.stop()
  await adminQuery(`drop database if exists ${name} with (force)`)
})

/** Counts what a person does with the mouse; typing into a field that has the focus already is none. */
const counting = (page: Page) => {
  let clicks = 0
  return {
    click: async (role: 'button' | 'link', label: string | RegExp, on: Page = page) => {
      clicks += 1
      await on.getByRole(role, { name: label }).first().click()
    },
    count: () => clicks,
    plus: () => {
      clicks += 1
    },
  }
}

const signIn = async (page: Page) => {
  await page.goto(`${earshot.url}/sign-in`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  await expect(page.getByRole('heading', { name: 'Waiting for the first answer' })).toBeVisible()
}

const settings = ['members', 'teams', 'alerts', 'cases', 'metrics', 'targets', 'programme'].map((tab) => `/settings/${tab}`)
const screens = [
  ...['/dashboards', '/journey', '/surveys', '/responses', '/customers', '/analysis/gap', '/analysis/metrics/nps'],
  ...['/alerts', '/cases', '/cases/loop', '/deliveries', '/status', '/settings', ...settings],
]

test('every screen opens where nothing has happened yet', async ({ page, context }) => {
  test.setTimeout(120_000)
  await context.addCookies([{ name: 'earshot-locale', value: 'en', url: earshot.url }])
  await signIn(page)
  for (const path of screens) {
    const answer = await page.goto(`${earshot.url}${path}`)
    expect(answer?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(page.getByRole('heading', { name: 'This page could not be shown' }), path).toHaveCount(0)
  }
})

test('from signing in on an empty installation to the first answer in at most 12 clicks, ticked off on the way', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000)
  const began = Date.now()
  await context.addCookies([{ name: 'earshot-locale', value: 'en', url: earshot.url }])
  await page.goto(`${earshot.url}/sign-in`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  const mouse = counting(page)
  await mouse.click('button', 'Sign in')
  await expect(page.getByRole('heading', { name: 'Waiting for the first answer' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await mouse.click('link', 'Start from a template')
  await mouse.click('button', 'Use the template “Field service”')
  await expect(page).toHaveURL(/\/surveys\/field-service/)
  await mouse.click('link', 'Overview')
  await expect(page.locator('li[data-done]')).toHaveCount(2)
  await mouse.click('link', 'Look at it and publish')
  await mouse.click('button', 'Publish')
  const open = page.getByRole('link', { name: 'Open the survey' })
  await expect(open).toBeVisible()
  mouse.plus()
  const [customer] = await Promise.all([context.waitForEvent('page'), open.click()])
  await customer.getByRole('radiogroup').first().getByRole('radio').first().waitFor()
  mouse.plus()
  await customer.getByRole('radiogroup').first().locator('label').last().click()
  await mouse.click('button', /Send|Next|Submit|Continue/, customer)
  await page.goto(earshot.url)
  await expect(page.getByText('The first answer is in')).toBeVisible({ timeout: 30_000 })
  expect(mouse.count()).toBeLessThanOrEqual(12)
  expect(Date.now() - began).toBeLessThan(5 * 60_000)
  await page.getByRole('button', { name: 'Put away' }).click()
  await expect(page.getByText('The first answer is in')).toBeHidden()
  await page.reload()
  await expect(page.getByText('The first answer is in')).toBeHidden()
})

test('a journey is drawn from nothing', async ({ page, context }) => {
  await context.addCookies([{ name: 'earshot-locale', value: 'zh-CN', url: earshot.url }])
  await page.goto(`${earshot.url}/sign-in`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${earshot.url}/`)
  await page.goto(`${earshot.url}/journey?edit=1`)
  await page.getByRole('button', { name: '新建旅程' }).click()
  await page.getByLabel(/名称/).first().fill('Walk-in')
  await page.getByRole('button', { name: '添加旅程' }).click()
  await expect(page).toHaveURL(/journey=walk-in/)
  await expect(page.locator('[data-stage]')).toHaveCount(3)
  await expect(page.locator('[data-place]')).toHaveCount(0)
  await page.getByPlaceholder('添加触点').first().fill('橱窗')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-place]')).toContainText('橱窗')
})
