import { expect, test } from '@playwright/test'
import { callApi, composeDashboard, signIn, takenOver } from '~tests/support/console'

test('a metric of one’s own is made, changed with a reason after a look at what changes, read as it was, and taken away', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signIn(page)
  await page.goto('/settings/metrics/new')
  await page.getByRole('textbox', { name: /^Name.*English/ }).fill('Quick enough')
  await page.getByText('Share', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Question' }).click()
  await page.getByRole('option', { name: /\(condition\)/ }).click()
  await page.getByLabel('Counts from').fill('4')
  const preview = page.locator('section', { hasText: 'What it changes' })
  await expect(preview.getByText('With this definition')).toBeVisible()
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page).toHaveURL(/\/settings\/metrics\/quick-enough$/)

  const isBetter = page.getByRole('radiogroup', { name: 'Which way is better' })
  await expect(isBetter.getByRole('radio', { name: 'more is better' })).toBeChecked()
  await isBetter.getByText('less is better').click()
  await page.getByLabel('Counts from').fill('5')
  await expect(preview.getByText('As defined now')).toBeVisible()
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(page.getByText('Say why the definition changes.')).toBeVisible()
  await page.getByLabel('Why').fill('Four is not quick')
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(page.getByRole('button', { name: 'Save as version 3' })).toBeVisible()
  await expect(page.getByText('“Four is not quick”')).toBeVisible()
  type Listed = { key: string; version: number; positiveFrom?: number; better?: string }
  const { items } = await callApi<{ items: Listed[] }>('GET', '/api/v1/metrics')
  expect(items.find(({ key }) => key === 'quick-enough')).toMatchObject({ version: 2, positiveFrom: 5, better: 'less' })

  await page.getByRole('link', { name: 'The number by this version' }).last().click()
  await expect(page.getByText(/Counted as it was defined on .*: version 1\./)).toBeVisible()
  await expect(page.getByText(/answers of 4 and more/)).toBeVisible()
  await page.getByRole('link', { name: 'Count as it is defined now' }).click()
  await expect(page.getByText(/answers of 5 and more/)).toBeVisible()
  await expect(page.getByText('Less is better.')).toBeVisible()

  await page.goto('/')
  await page.getByRole('button', { name: 'Quick enough' }).click()
  await expect(page.getByText(/^Version 2 since/)).toBeVisible()

  await page.goto('/settings/metrics/quick-enough')
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page).toHaveURL(/\/settings\/metrics$/)
  await expect(page.getByRole('link', { name: 'Quick enough' })).toHaveCount(0)
})

const words = {
  en: { metric: 'Metric', own: 'Delivered as promised', heading: 'Your metrics' },
  'zh-CN': { metric: '指标', own: '准时送达率', heading: '自定义指标' },
} as const

for (const locale of ['en', 'zh-CN'] as const)
  test(`a metric of one’s own is chosen as any other: in the trend and for the curve (${locale})`, async ({ page }) => {
    const said = words[locale]
    await signIn(page, locale)
    const chooser = page.getByRole('combobox', { name: said.metric, exact: true })
    await takenOver(chooser)
    await expect(chooser.locator('optgroup')).toHaveAttribute('label', said.heading)
    await chooser.selectOption({ label: said.own })
    await expect(page).toHaveURL(/metric=on-time/)
    const trend = page.locator('section').filter({ has: chooser })
    await expect(trend.getByRole('figure')).toBeVisible()
    await page.reload()
    await expect(chooser).toHaveValue('on-time')
    await expect(trend.getByRole('figure')).toBeVisible()

    await page.goto('/journey?journey=home-electronics')
    const measure = page.locator('select').filter({ has: page.locator('option[value="on-time"]') })
    await takenOver(measure)
    await measure.selectOption({ label: said.own })
    await expect(page).toHaveURL(/measure=on-time/)
    await expect(page.getByRole('figure', { name: new RegExp(said.own) })).toContainText('%')
  })

test('a metric of one’s own stands on a dashboard, and is a touchpoint’s standard, in percent', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page)
  await composeDashboard(page)
  const begins = {
    'Headline number': 'NPS',
    Trend: 'Trend of NPS',
    Breakdown: 'NPS by touchpoint',
    'Distribution of answers': 'Answers to NPS',
  }
  for (const [kind, name] of Object.entries(begins)) {
    await page.getByRole('button', { name: 'Add a widget' }).click()
    await page.getByRole('menuitem', { name: kind, exact: true }).click()
    await page.getByRole('button', { name: `Settings of “${name}”`, exact: true }).click()
    const settings = page.getByRole('dialog', { name: `Settings of “${name}”` })
    await settings.getByLabel('Metric').selectOption({ label: 'Delivered as promised' })
    await settings.getByRole('button', { name: 'Apply' }).click()
  }
  await expect(page.getByRole('group', { name: 'Delivered as promised', exact: true })).toContainText(/\d%/)
  const spread = page.getByRole('group', { name: 'Answers to Delivered as promised', exact: true })
  await expect(spread.getByRole('table')).toContainText(/\d%/)
  await expect(spread).toContainText('Counts for the metric')
  await expect(page.getByRole('group', { name: 'Trend of Delivered as promised', exact: true }).getByRole('figure')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Delivered as promised by touchpoint', exact: true })).toContainText('Delivery')

  const [owner] = [process.env.E2E_EMAIL ?? '']
  const stages = [{ key: 'get', name: 'Get', phase: 'sale' }]
  await callApi('PUT', '/api/v1/journeys/own-standard', { name: 'Own standard', stages })
  const place = { name: 'Doorstep', journey: 'own-standard', stage: 'get', channel: 'web', owner }
  await callApi('PUT', '/api/v1/touchpoints/doorstep', place)
  await page.goto('/journey?edit=1&journey=own-standard')
  await page.getByRole('button', { name: 'Open “Doorstep”' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('Metric').selectOption({ label: 'Delivered as promised' })
  await expect(panel.getByText('Share that counts, in percent')).toBeVisible()
  await panel.getByLabel('Target').fill('95')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Delivered as promised 95%')).toBeVisible()
})

test('where nobody was asked NPS, CSAT or CES, metrics of one’s own are the headlines, with how their answers spread', async ({
  page,
}) => {
  const survey = {
    touchpoint: 'delivery',
    title: 'Flight',
    pages: [{ questions: [{ key: 'seat', kind: 'rating', scale: 5, text: 'Seat' }] }],
  }
  await callApi('PUT', '/api/v1/surveys/flight', survey)
  await callApi('POST', '/api/v1/surveys/flight/publish', {})
  await callApi('PUT', '/api/v1/metrics/seat-comfort', { name: 'Seat comfort', of: 'mean', question: 'seat' })
  const heard = [5, 4, 4].map((seat) => ({
    survey: 'flight',
    completed: true,
    submittedAt: new Date().toISOString(),
    answers: { seat },
  }))
  await callApi('POST', '/api/v1/responses', { responses: heard, alerts: 'none' })
  await signIn(page)
  await page.goto('/?survey=flight')
  const own = page.locator('section', { has: page.getByRole('heading', { name: 'Your metrics' }) }).first()
  await expect(own.getByText('Seat comfort')).toBeVisible()
  await expect(own).toContainText('4.3')
  await expect(page.getByRole('button', { name: 'NPS', exact: true })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Answers to Seat comfort' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your metrics' })).toHaveCount(1)

  await page.goto('/')
  await expect(page.getByRole('button', { name: 'NPS', exact: true }).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Answers to NPS' })).toBeVisible()
})
