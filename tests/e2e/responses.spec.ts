import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'
import { publishSurvey } from '~tests/support/survey-page'

test('an answer is found by its words, tagged, and deleted after its effect on the numbers was read', async ({ page }) => {
  const word = `齐柏林飞艇${randomUUID().slice(0, 4)}`
  const survey = 'words-spec'
  await publishSurvey(survey, {
    title: 'Your visit',
    pages: [
      {
        questions: [
          { key: 'nps', kind: 'nps', text: 'Would you recommend us?' },
          { key: 'reason', kind: 'text', text: 'Why?' },
        ],
      },
    ],
  })
  const submittedAt = new Date().toISOString()
  const imported = await callApi<{ accepted: number }>('POST', '/api/v1/responses', {
    responses: [
      { survey, answers: { nps: 9, reason: `物流很快，像${word}` }, completed: true, submittedAt },
      { survey, answers: { nps: 3 }, completed: true, submittedAt },
    ],
    alerts: 'none',
  })
  expect(imported.accepted).toBe(2)
  const found = () => callApi<{ items: unknown[] }>('GET', `/api/v1/responses?q=${encodeURIComponent(word)}`)
  await expect.poll(async () => (await found()).items.length).toBe(1)

  await signIn(page)
  await page.goto('/responses')
  await page.getByRole('searchbox', { name: 'Search what customers wrote' }).fill(word)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await expect(page.locator('mark').first()).toContainText('齐柏林飞艇')
  await page.getByRole('checkbox', { name: 'Select this page' }).check()
  await page.getByRole('button', { name: 'Tag…' }).click()
  const panel = page.getByRole('dialog', { name: 'Tag…' })
  await panel.getByPlaceholder('Tag').fill('airship')
  expect(await faultsOf(page)).toEqual([])
  await panel.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('“airship” put on 1 response.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back on 1 response.')).toBeVisible()

  await page.getByRole('link', { name: word }).click()
  await page.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete this response?' })
  await expect(dialog.getByRole('row', { name: /^NPS/ })).toContainText(/0 → −100.*n 2 → 1/)
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page).toHaveURL(/\/responses$/)
  expect((await found()).items).toEqual([])
})
