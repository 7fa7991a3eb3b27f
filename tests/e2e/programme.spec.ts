import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { callApi, signIn, takenOver } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const choose = (name: string, content: string) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(content) })

test('the programme goes out as one file, and comes back with a plan before anything is changed', async ({ page }) => {
  await signIn(page)
  await page.goto('/settings/programme')
  await takenOver(page.locator('input[type=file]'))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'The whole programme (YAML)' }).click(),
  ])
  const yaml = await readFile(await download.path(), 'utf8')
  expect(yaml).toContain('alertRules:')
  const file = page.locator('input[type=file]')
  await file.setInputFiles(choose('same.yaml', yaml))
  const plan = page.getByRole('region', { name: 'Plan' })
  await expect(plan).toContainText('0 to create, 0 to change')
  await expect(page.getByRole('button', { name: 'Nothing to change' })).toBeDisabled()

  const key = 'imported-place'
  const owner = process.env.E2E_EMAIL
  await callApi('PUT', '/api/v1/journeys/imported', { name: 'Imported', stages: [{ key: 'one', name: 'One', phase: 'sale' }] })
  await callApi('PUT', `/api/v1/touchpoints/${key}`, { name: 'Place', journey: 'imported', stage: 'one', channel: 'web', owner })
  const edited = `touchpoints:\n  ${key}: {name: Place, journey: imported, stage: one, channel: app, owner: ${owner}}\nteams:\n  imported-team: {name: Imported team}\n`
  await file.setInputFiles(choose('edited.yaml', edited))
  await expect(plan).toContainText('1 to create, 1 to change, 0 to leave')
  await plan.getByText('Change · touchpoint').click()
  await expect(plan).toContainText('channel web → app')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('Applied: 2 objects were created or changed.')).toBeVisible()
})

test('a file with faults says each with its path and changes nothing', async ({ page }) => {
  await signIn(page, 'zh-CN')
  await page.goto('/settings/programme')
  await takenOver(page.locator('input[type=file]'))
  const wrong = 'teams:\n  fine: {name: Fine}\njourneys:\n  bad: {name: Bad, stages: []}\n'
  await page.locator('input[type=file]').setInputFiles(choose('wrong.yaml', wrong))
  await expect(page.getByText('未作任何更改', { exact: false })).toBeVisible()
  await expect(page.locator('main')).toContainText('journeys.bad.stages')
  await page.locator('input[type=file]').setInputFiles(choose('broken.yaml', 'teams: [\n'))
  await expect(page.getByText('无法按 YAML 或 JSON 读取文件', { exact: false })).toBeVisible()
})

test('one survey goes out as JSON and comes back unchanged', async ({ page }) => {
  await signIn(page)
  await page.goto('/settings/programme')
  await takenOver(page.locator('input[type=file]'))
  await page.getByText('One survey (JSON)').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '(delivery.json)' }).click(),
  ])
  const json = await readFile(await download.path(), 'utf8')
  expect(Object.keys((JSON.parse(json) as { surveys: object }).surveys)).toEqual(['delivery'])
  await page.locator('input[type=file]').setInputFiles(choose('delivery.json', json))
  await expect(page.getByRole('region', { name: 'Plan' })).toContainText('0 to create, 0 to change, 1 to leave')
})
