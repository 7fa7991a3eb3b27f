import { expect, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'

test('a template becomes a survey that customers answer, in a few clicks', async ({ page, context }) => {
  await signIn(page)
  await page.goto('/surveys')
  await page.getByRole('link', { name: 'Start from a template' }).click()
  await page.getByRole('button', { name: 'Use the template “Field service”' }).click()
  await expect(page).toHaveURL(/\/surveys\/field-service/)
  await expect(page.getByText('Customers can’t answer it until you publish.')).toBeVisible()
  await page.getByRole('button', { name: 'Publish' }).click()
  const open = page.getByRole('link', { name: 'Open the survey' })
  await expect(open).toBeVisible()
  const customer = await context.newPage()
  await customer.goto((await open.getAttribute('href')) ?? '')
  await expect(customer.getByRole('radiogroup', { name: /How satisfied are you with the visit/ })).toBeVisible()
})

test('before publishing the changes are told in words; an earlier version can be looked at and taken back', async ({ page }) => {
  const survey = (text: string, scale = 5) => ({
    touchpoint: 'delivery',
    locales: ['en'],
    title: 'Versions',
    pages: [{ questions: [{ key: 'speed', kind: 'rating', scale, text }] }],
  })
  await callApi('PUT', '/api/v1/surveys/versions-spec', survey('Speed of delivery'))
  await callApi('POST', '/api/v1/surveys/versions-spec/publish')
  await callApi('PUT', '/api/v1/surveys/versions-spec', survey('How fast was it?', 10))
  await signIn(page, 'zh-CN')
  await page.goto('/surveys/versions-spec')
  const changes = page.getByRole('region', { name: '待发布的改动' }).or(page.locator('section', { hasText: '待发布的改动' }))
  await expect(changes.first()).toContainText('Speed of delivery')
  await expect(changes.first()).toContainText('How fast was it?')
  await page.getByRole('button', { name: '发布' }).click()
  // Another scale under the same key would mix two kinds of numbers.
  await expect(page.getByRole('status').filter({ hasText: '暂时无法发布' })).toContainText('speed_2')
  await callApi('PUT', '/api/v1/surveys/versions-spec', survey('How fast was it?'))
  await page.reload()
  await page.getByRole('button', { name: '发布' }).click()
  await expect(page.getByRole('link', { name: '查看版本 2' })).toBeVisible()
  await page.getByRole('link', { name: '查看版本 1' }).click()
  await expect(page.getByText('这是', { exact: false }).filter({ hasText: '发布的版本 1' })).toBeVisible()
  await expect(page.locator('main')).toContainText('Speed of delivery')
  await page.getByRole('button', { name: '恢复为草稿' }).click()
  await expect(page.getByText('版本 1 已成为草稿', { exact: false })).toBeVisible()
  await expect(page.locator('main')).toContainText('待发布的改动')
})
