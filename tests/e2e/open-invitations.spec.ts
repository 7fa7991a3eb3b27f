import { expect, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const define = (key: string, more: object = {}) => ({
  touchpoint: 'delivery',
  locales: ['en'],
  title: `Open ${key}`,
  pages: [
    {
      key: 'first',
      questions: [
        { key: 'nps', kind: 'nps', text: 'Would you recommend us?' },
        { key: 'box', kind: 'text', text: 'How was the box?' },
      ],
    },
  ],
  ...more,
})
type Link = { url: string; token: string }

const words = {
  en: {
    ...{ publishOpen: 'Publish…', publish: 'Publish now', done: 'Version 2 is what customers see now.' },
    waiting: '1 not opened yet: it opens version 2.',
    opened: '1 opened, nothing answered: it opens version 2 the next time.',
    begun: '1 begun: it is finished in the version it began with, removed questions included. So far 2 answers (version 1: 1).',
  },
  'zh-CN': {
    ...{ publishOpen: '发布…', publish: '立即发布', done: '客户现在看到的是版本 2。' },
    waiting: '1 个尚未打开：打开时看到版本 2。',
    opened: '1 个已打开但未作答：下次打开时看到版本 2。',
    begun: '1 个已开始作答：继续完成开始时的版本，包括已删除的题目。 目前共 2 个答案（版本 1：1 个）。',
  },
} as const

for (const [locale, colorScheme, width] of [
  ['en', 'light', 1280],
  ['zh-CN', 'dark', 390],
] as const) {
  test.describe(`in ${locale}, ${colorScheme}, ${width} px wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } })

    test('publishing says what becomes of the personal links that are out, and it becomes of them', async ({ page, browser }) => {
      const key = `open-${width}`
      const say = words[locale]
      await callApi('PUT', `/api/v1/surveys/${key}`, define(key))
      await callApi('POST', `/api/v1/surveys/${key}/publish`)
      const invite = (name: string) =>
        callApi<Link>('POST', '/api/v1/invitations', { survey: key, customer: { externalId: `${key}-${name}` } })
      const [waiting, opened, begun] = [await invite('waiting'), await invite('opened'), await invite('begun')]
      await fetch(opened.url)
      const customer = await (await browser.newContext({ locale: 'en' })).newPage()
      await customer.goto(begun.url)
      await customer.locator('input[name=nps][value="3"]').check()
      const saved = customer.waitForResponse((answer) => answer.url().includes('/api/v1/responses/') && answer.ok())
      await customer.getByLabel('How was the box?').fill('torn')
      await customer.getByLabel('How was the box?').blur()
      await saved
      await expect(customer.getByText('Saved', { exact: true })).toBeVisible()
      await customer.close()

      await callApi('PUT', `/api/v1/surveys/${key}`, {
        ...define(key),
        pages: [{ key: 'first', questions: [{ key: 'nps', kind: 'nps', text: 'Would you still recommend us?' }] }],
      })
      await signIn(page, locale)
      // The comparison on the survey's own page says it, and so does the dialog that publishes.
      await page.goto(`/surveys/${key}`)
      for (const said of [say.waiting, say.opened, say.begun]) await expect(page.getByText(said, { exact: false })).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
      await page.goto(`/surveys/${key}/edit`)
      await page.getByRole('button', { name: say.publishOpen }).click()
      const dialog = page.getByRole('dialog')
      for (const said of [say.waiting, say.opened, say.begun])
        await expect(dialog.getByText(said, { exact: false })).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
      await dialog.getByRole('button', { name: say.publish }).click()
      await expect(dialog.getByText(say.done)).toBeVisible()

      const guest = await (await browser.newContext({ locale: 'en' })).newPage()
      for (const { url } of [waiting, opened]) {
        await guest.goto(url)
        await expect(guest.getByText('Would you still recommend us?')).toBeVisible()
        await expect(guest.getByLabel('How was the box?')).toHaveCount(0)
      }
      await guest.goto(begun.url)
      await guest
        .getByRole('button', { name: /Back|Send/ })
        .last()
        .waitFor()
      await expect(guest.getByLabel('How was the box?')).toHaveValue('torn')
    })
  })
}
