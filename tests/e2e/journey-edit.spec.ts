import { expect, type Page, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const stages = [
  { key: 'see', name: { en: 'See', 'zh-CN': '看到' }, phase: 'pre-sale' },
  { key: 'buy', name: { en: 'Buy it', 'zh-CN': '下单' }, phase: 'sale' },
]

/** A journey of its own, so that the demo's stays what the other tests expect. */
const draw = async (key: string): Promise<void> => {
  const [owner] = [process.env.E2E_EMAIL ?? '']
  await callApi('PUT', `/api/v1/journeys/${key}`, { name: key, stages })
  for (const name of ['Ad', 'Window'])
    await callApi('PUT', `/api/v1/touchpoints/${key}-${name.toLowerCase()}`, {
      name,
      journey: key,
      stage: 'see',
      channel: 'web',
      owner,
    })
}

const stage = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const names = (page: Page, name: string) => stage(page, name).locator('strong').allTextContents()

test('touchpoints are added, moved by pointer and by keyboard, and each change is taken back by one click', async ({ page }) => {
  await draw('drag')
  await signIn(page)
  await page.goto('/journey?edit=1&journey=drag')
  await stage(page, 'Buy it').getByPlaceholder('Add a touchpoint').fill('Checkout')
  await page.keyboard.press('Enter')
  await expect(stage(page, 'Buy it').getByText('Checkout')).toBeVisible()

  const handle = page.getByRole('button', { name: 'Move “Ad”' })
  const from = await handle.boundingBox()
  const to = await stage(page, 'Buy it').locator('[data-place]').first().boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 8, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x + 40, to.y + 4, { steps: 12 })
  await page.mouse.up()
  await expect(page.getByText('“Ad” was moved.')).toBeVisible()
  await expect.poll(() => names(page, 'Buy it')).toEqual(['Ad', 'Checkout'])
  await page.reload()
  await expect.poll(() => names(page, 'Buy it')).toEqual(['Ad', 'Checkout'])

  await page.getByRole('button', { name: 'Move “Ad”' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('“Ad”: place 2 in See.')).toBeAttached()
  await page.keyboard.press('Space')
  await expect(page.getByText('“Ad” was moved.')).toBeVisible()
  await expect.poll(() => names(page, 'See')).toEqual(['Window', 'Ad'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back.', { exact: true })).toBeVisible()
  await expect.poll(() => names(page, 'Buy it')).toEqual(['Ad', 'Checkout'])

  await page.getByRole('button', { name: 'Move “Ad”' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect.poll(() => names(page, 'Buy it')).toEqual(['Ad', 'Checkout'])
})

test('a touchpoint’s panel takes its standard, keeps its history, archives and restores it', async ({ page }) => {
  await draw('panel')
  await signIn(page, 'zh-CN')
  await page.goto('/journey?edit=1&journey=panel')
  await page.getByRole('button', { name: '打开“Window”' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('体验模块').selectOption('feel')
  await panel.getByLabel('指标').selectOption('csat')
  await panel.getByLabel('目标值').fill('85')
  await panel.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存“Window”。')).toBeVisible()
  await expect(stage(page, '看到')).toContainText('CSAT 85%')
  await page.getByRole('button', { name: '打开“Window”' }).click()
  await expect(panel).toContainText('标准目标值')
  await expect(panel).toContainText('0.85')
  expect(await faultsOf(page)).toEqual([])
  await panel.getByRole('button', { name: '归档' }).click()
  await expect(page.getByText('已归档“Window”。')).toBeVisible()
  await expect.poll(() => names(page, '看到')).toEqual(['Ad'])
  await page.getByText('1 个已归档触点').click()
  await page.getByRole('button', { name: '恢复“Window”' }).click()
  await expect.poll(() => names(page, '看到')).toContain('Window')
})

test('stages are added, renamed, moved and removed; one with touchpoints can’t go', async ({ page }) => {
  await draw('stages')
  await signIn(page)
  await page.goto('/journey?edit=1&journey=stages')
  await page.getByRole('button', { name: 'New stage' }).click()
  await page.getByLabel('Name (English)').fill('Unbox')
  await page.getByLabel('Place', { exact: true }).selectOption('0')
  await page.getByRole('button', { name: 'Add the stage' }).click()
  await expect(page.locator('[data-stage]').first()).toContainText('Unbox')
  await page.getByRole('button', { name: 'Edit the stage “See”' }).click()
  await expect(page.getByRole('button', { name: 'Remove the stage' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Edit the stage “Unbox”' }).click()
  await page.getByRole('button', { name: 'Remove the stage' }).click()
  await expect(page.locator('[data-stage]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-stage]')).toHaveCount(3)
})

test('of two people editing at once the second is told, and nothing of the first is lost', async ({ page }) => {
  await draw('two')
  await signIn(page)
  await page.goto('/journey?edit=1&journey=two')
  await page.getByRole('button', { name: 'Open “Ad”' }).click()
  const owner = process.env.E2E_EMAIL ?? ''
  await callApi('PUT', '/api/v1/touchpoints/two-ad', { name: 'Advert', journey: 'two', stage: 'see', channel: 'app', owner })
  await page.getByRole('dialog').getByLabel('Experience dimension').selectOption('brand')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Somebody else has changed this meanwhile.', { exact: false })).toBeVisible()
  await expect.poll(() => names(page, 'See')).toContain('Advert')
})
