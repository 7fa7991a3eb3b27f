import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { callApi, signIn, takenOver } from '~tests/support/console'

test('a rule is written without a file, fires, is switched off, deleted and brought back', async ({ page }) => {
  await signIn(page)
  await page.goto('/alerts?view=rules')
  await page.getByRole('link', { name: 'New rule' }).click()
  await page.getByRole('textbox', { name: 'Name (English)' }).fill('Slow and cold')
  await page.getByRole('button', { name: 'Add a condition' }).click()
  const second = page.getByRole('group', { name: 'Condition 2' })
  await second.getByLabel('What is asked about').selectOption('text.label')
  await second.getByLabel('Value').click()
  await page.getByRole('option', { name: 'Negative' }).click()
  await expect(page.getByText('NPS is at most 6 and the comment’s tone is Negative')).toBeVisible()
  await page.getByRole('button', { name: 'Create rule' }).click()
  await expect(page).toHaveURL(/\/alerts\/rules\/slow-and-cold$/)
  const rule = await callApi<{ when: unknown; enabled: boolean }>('GET', '/api/v1/alert-rules/slow-and-cold')
  expect(rule.when).toEqual({
    all: [
      { field: 'score.nps', op: 'lte', value: 6 },
      { field: 'text.label', op: 'in', value: ['negative'] },
    ],
  })
  await page.goto('/alerts?view=rules')
  const toggle = page.getByRole('switch', { name: 'Slow and cold: switched on' })
  await takenOver(toggle)
  await toggle.click({ force: true })
  await expect
    .poll(async () => (await callApi<{ enabled: boolean }>('GET', '/api/v1/alert-rules/slow-and-cold')).enabled)
    .toBe(false)
  await page.getByRole('link', { name: 'Slow and cold' }).click()
  await expect(page.getByText('Changed: on or off')).toBeVisible()
  await page.getByRole('button', { name: 'Delete rule' }).click()
  await expect(page.getByText('The rule is deleted.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Slow and cold' })).toBeVisible()
})

test('a rule is tested on past answers before it is on, its alerts are raised once, and it is silenced for a reason', async ({
  page,
}) => {
  const rule = { name: 'Everybody', when: { field: 'score.nps', op: 'gte', value: 0 }, severity: 'low', enabled: false }
  await callApi('PUT', '/api/v1/alert-rules/everybody', rule)
  const asked = await callApi<{ responses: number; fired: number }>('POST', '/api/v1/alert-rules/everybody/backtest', { days: 7 })
  expect(asked.fired).toBeGreaterThan(0)
  await signIn(page)
  await page.goto('/alerts/rules/everybody')
  await page.getByRole('radiogroup', { name: 'How far back' }).getByText('7 days').click()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  // Answers that other tests give meanwhile count too.
  const told = await page.getByText(/alerts over [\d,]+ answers/).textContent()
  const over = Number(/over ([\d,]+) answers/.exec(told ?? '')?.[1]?.replaceAll(',', ''))
  expect(over).toBeGreaterThanOrEqual(asked.responses)
  expect(over).toBeLessThan(asked.responses + 50)
  await expect(page.getByRole('region', { name: 'Alerts by owner' })).toBeVisible()
  await page.getByRole('button', { name: 'Raise the alerts of 7 days' }).click()
  await expect(page.getByText('alerts were raised', { exact: false })).toBeVisible()
  await page.getByRole('textbox', { name: 'Why' }).fill('Courier on strike')
  await page.getByRole('button', { name: 'Silence the rule' }).click()
  await expect(page.getByText('Courier on strike', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'End now' }).click()
  await expect(page.getByText('Courier on strike', { exact: false })).toBeHidden()
})

test('what two people write into one rule isn’t lost: the second is told', async ({ page }) => {
  const rule = { name: 'Contested', when: { field: 'score.nps', op: 'lte', value: 3 }, severity: 'low' }
  await callApi('PUT', '/api/v1/alert-rules/contested', rule)
  await signIn(page, 'zh-CN')
  await page.goto('/alerts/rules/contested')
  await page.getByText('高', { exact: true }).click()
  await callApi('PUT', '/api/v1/alert-rules/contested', { ...rule, severity: 'critical' })
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('其他人刚刚修改了此规则', { exact: false })).toBeVisible()
  // What was written here is still here after a reload, beside what the other one saved.
  await page.reload()
  await expect(page.getByText('以下修改尚未保存', { exact: false })).toBeVisible()
  await expect(page.getByRole('radio', { name: '高', exact: true })).toBeChecked()
  expect(await callApi('GET', '/api/v1/alert-rules/contested')).toMatchObject({ severity: 'critical' })
})

test('a survey is shared: its code, its script on a sample page that keeps nothing, a link for each customer', async ({
  page,
}) => {
  const survey = {
    touchpoint: 'delivery',
    locales: ['en'],
    title: 'Shared',
    pages: [{ questions: [{ key: 'nps', kind: 'nps', text: 'Would you recommend us?' }] }],
  }
  await callApi('PUT', '/api/v1/surveys/shared-spec', survey)
  await callApi('POST', '/api/v1/surveys/shared-spec/publish')
  await signIn(page)
  await page.goto('/surveys/shared-spec')
  await page.getByRole('link', { name: 'Share' }).click()
  await page.getByLabel('Source').fill('poster-12')
  await expect(page.getByLabel('Address').first()).toHaveValue(/\/s\/shared-spec\?source=poster-12$/)
  const png = page.waitForEvent('download')
  await page.getByRole('button', { name: 'PNG' }).click()
  const bytes = await readFile((await (await png).path()) ?? '')
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')

  await page.getByText('In the page', { exact: true }).click()
  await expect(page.getByLabel('Put this into your page')).toHaveValue(
    /data-survey="shared-spec" data-mode="inline" data-target="#earshot-shared-spec" async/,
  )
  const sample = page.frameLocator('iframe[title="On a sample page"]')
  await sample.getByRole('radio', { name: '9' }).check()
  await expect(sample.getByText('Saved', { exact: true })).toBeVisible()
  const { items } = await callApi<{ items: unknown[] }>('GET', '/api/v1/responses?survey=shared-spec')
  expect(items).toEqual([])

  await page.getByLabel('Customers').fill('id,email,tier\nc-1,ann@shop.example,gold\nc-2,bob@shop.example,basic\n,,gold')
  await expect(page.getByText('Line 4 names nobody', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Make 2 links' }).click()
  await expect(page.getByText('2 links are ready.')).toBeVisible()
  const csv = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const table = (await readFile((await (await csv).path()) ?? '', 'utf8')).split('\r\n')
  expect(table[1]).toMatch(/^c-1,ann@shop\.example,gold,http.+\/i\/.+,http.+\/u\/.+,$/)
  await page.goto(/http[^,]+\/i\/[^,]+/.exec(table[1] ?? '')?.[0] ?? '')
  await expect(page.getByRole('radiogroup', { name: /Would you recommend us/ })).toBeVisible()
})
