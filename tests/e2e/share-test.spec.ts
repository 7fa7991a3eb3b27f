import { expect, test } from '@playwright/test'
import { callApi, signIn, takenOver } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

type Mail = { to: unknown; subject: string; text: string; html: string }

const survey = (title: string) => ({
  touchpoint: 'delivery',
  locales: ['en', 'zh-CN'],
  title: { en: title, 'zh-CN': `${title} 中文` },
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', required: true, text: { en: 'Would you recommend us?', 'zh-CN': '您会推荐我们吗？' } },
      ],
    },
    { questions: [{ key: 'why', kind: 'text', text: { en: 'What should change?', 'zh-CN': '希望改进什么？' } }] },
  ],
  thanks: [{ text: { en: 'Thank you, tester.', 'zh-CN': '谢谢您，测试者。' } }],
  theme: { color: '#7048e8' },
})

/** The newest mail with a subject. */
const mailWith = async (subject: string): Promise<Mail> => {
  const find = async () =>
    ((await (await fetch(process.env.E2E_INBOX ?? '')).json()) as Mail[]).findLast((mail) => mail.subject === subject)
  await expect.poll(async () => (await find()) !== undefined).toBe(true)
  return (await find()) as Mail
}

const words = {
  en: {
    ...{ send: 'Send a test to me', sent: /^Sent to /, draft: 'Draft' },
    ...{ language: 'Language of the mail', see: 'See the delivery' },
  },
  'zh-CN': {
    ...{ send: '给我发送测试', sent: /^已发送到 /, draft: '草稿' },
    ...{ language: '邮件语言', see: '查看投递' },
  },
} as const

for (const [locale, colorScheme, width] of [
  ['en', 'light', 1280],
  ['zh-CN', 'dark', 390],
] as const) {
  test.describe(`in ${locale}, ${colorScheme}, ${width} px wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } })

    test('a survey goes to oneself by mail, opens from it as a test, and nothing of it is kept', async ({ page }) => {
      const [key, title] = [`tested-${width}`, `Tested ${width}`]
      const { send, sent, draft, language, see } = words[locale]
      // The mail and its page speak of themselves in the language of the account, which is English whatever this browser shows.
      const tag = 'Test'
      await callApi('PUT', `/api/v1/surveys/${key}`, survey('Before'))
      await callApi('POST', `/api/v1/surveys/${key}/publish`)
      await callApi('PUT', `/api/v1/surveys/${key}`, survey(title))
      await signIn(page, locale)
      await page.goto(`/surveys/${key}/share`)
      await expect(page.getByRole('radio', { name: draft })).toBeChecked()
      await takenOver(page.getByLabel(language))
      await page.getByLabel(language).selectOption('zh-CN')
      await page.getByRole('button', { name: send }).click()
      await expect(page.getByText(sent)).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
      const mail = await mailWith(`[${tag}] ${title} 中文`)
      expect(JSON.stringify(mail.to)).toContain(process.env.E2E_EMAIL)
      await page.getByRole('link', { name: see }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`[${tag}] ${title} 中文`)

      // A number of the mail fills the answer in; a person confirms it on the page.
      const nine = /href="([^"]+nps=9)"/.exec(mail.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
      await page.goto(nine)
      await expect(page.getByRole('complementary', { name: tag })).toContainText('What is answered here is not kept')
      await expect(page.getByRole('complementary', { name: tag })).toContainText('customers see version 1')
      await expect(page.getByText('您会推荐我们吗？')).toBeVisible()
      await expect(page.locator('input[name=nps][value="9"]')).toBeChecked()
      expect(await faultsOf(page)).toEqual([])
      const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT')
      await page.locator('.primary').click()
      expect((await saved).status()).toBe(200)
      await page.locator('[name=why]').fill('nothing at all')
      await page.locator('.primary').click()
      await expect(page.getByText('谢谢您，测试者。')).toBeVisible()
      await expect(page.getByRole('complementary', { name: tag })).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
      const { items } = await callApi<{ items: unknown[] }>('GET', `/api/v1/responses?survey=${key}`)
      expect(items).toEqual([])
    })
  })
}
