import { readFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const says = {
  en: {
    add: 'Add question',
    find: 'Find a kind of question',
    saved: 'Saved',
    publishOpen: 'Publish…',
    publish: 'Publish now',
    addCondition: 'Add a condition',
    newSurvey: 'New survey',
    make: 'Create and edit',
  },
  'zh-CN': {
    add: '添加题目',
    find: '查找题型',
    saved: '已保存',
    publishOpen: '发布…',
    publish: '立即发布',
    addCondition: '添加条件',
    newSurvey: '新建问卷',
    make: '创建并编辑',
  },
} as const
type Locale = keyof typeof says

const saved = (page: Page) => expect(page.locator('[data-saving]')).toHaveAttribute('data-saving', 'saved')
const text = (page: Page) => page.locator('textarea[data-name=text]')
const row = (page: Page, name: string) => page.getByRole('treeitem', { name })

/** A question by keyboard alone: the button, a few letters of its kind, Enter; the focus is in its text then. */
const addQuestion = async (page: Page, locale: Locale, kind: string, words: string): Promise<void> => {
  await page.getByRole('button', { name: says[locale].add }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder(says[locale].find)).toBeFocused()
  await page.keyboard.type(kind)
  await expect(page.locator('[data-combobox-selected]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(text(page)).toBeFocused()
  await page.keyboard.type(words)
  await expect(row(page, words)).toHaveAttribute('aria-selected', 'true')
}

const open = async (page: Page, key: string): Promise<void> => {
  await page.goto(`/surveys/${key}/edit`)
  await expect(page.getByRole('tree')).toBeVisible()
}

const draftOf = (key: string) =>
  callApi<{ pages: { questions: { key: string; text: unknown }[] }[] }>('GET', `/api/v1/surveys/${key}`).then((stored) =>
    JSON.stringify(stored),
  )

const simple = (title: string) => ({
  touchpoint: 'delivery',
  locales: ['en'],
  title,
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', text: 'Would you recommend us?' },
        { key: 'speed', kind: 'rating', text: 'Speed of delivery' },
      ],
    },
    {
      showIf: { field: 'answer.nps', op: 'lte', value: 6 },
      questions: [{ key: 'reason', kind: 'text', text: 'What went wrong?' }],
    },
  ],
})

for (const locale of ['en', 'zh-CN'] as const)
  test(`a survey is built by keyboard alone, published, answered, and its case is there (${locale})`, async ({
    page,
    context,
  }) => {
    const words = says[locale]
    await signIn(page, locale)
    await page.goto('/surveys')
    await page.getByRole('button', { name: words.newSurvey }).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('input[name=title]')).toBeFocused()
    await page.keyboard.type(`Loop ${locale}`)
    await page.locator('select[name=touchpoint]').selectOption('delivery')
    await page.getByRole('button', { name: words.make }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/surveys\/loop-[a-z-]+\/edit/)
    const key = /surveys\/([^/]+)\/edit/.exec(page.url())?.[1] ?? ''
    await addQuestion(page, locale, 'nps', 'How likely are you to recommend us?')
    await addQuestion(page, locale, 'rating', 'Speed of delivery')
    await page.keyboard.press('Escape')
    await expect(row(page, 'Speed of delivery')).toBeFocused()
    // A page of its own for the reason, shown to those who wouldn’t recommend.
    await page.getByRole('button', { name: /^(Add page|添加页面)$/ }).focus()
    await page.keyboard.press('Enter')
    await addQuestion(page, locale, 'text', 'What went wrong?')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('region', { name: /^(Settings|设置)$/ })
    await panel.getByRole('button', { name: words.addCondition }).first().focus()
    await page.keyboard.press('Enter')
    await panel.getByRole('group').getByRole('button', { name: words.addCondition }).focus()
    await page.keyboard.press('Enter')
    await panel
      .getByLabel(/^(Value|值|比较值)/)
      .first()
      .focus()
    await page.keyboard.type('6')
    await saved(page)
    const built: unknown = JSON.parse(await draftOf(key))
    expect(built).toMatchObject({ pages: [{}, { showIf: { field: 'answer.nps', op: 'lte', value: 6 } }] })
    await page.getByRole('button', { name: words.publishOpen }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: words.publish })).toBeEnabled()
    await page.getByRole('button', { name: words.publish }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: /1/ }).first()).toBeVisible()
    await answerBadly(context, key)
    await expect
      .poll(async () => (await casesOf(key)).length, { message: 'the case of the unhappy customer', timeout: 30_000 })
      .toBeGreaterThan(0)
  })

const answerBadly = async (context: BrowserContext, key: string): Promise<void> => {
  const customer = await context.newPage()
  await customer.goto(`/s/${key}?lang=en`)
  await customer.locator('label', { has: customer.locator('input[name=nps][value="2"]') }).click()
  await customer.locator('button.primary').click()
  await customer.locator('textarea, input[type=text]').first().fill(`It came broken, ${key}`)
  await customer.locator('button.primary').click()
  await expect(customer.locator('.thanks')).toBeVisible()
  await customer.close()
}

type Listed = { items: { id: string; survey: string }[] }
const casesOf = async (key: string): Promise<unknown[]> => {
  const { items } = await callApi<Listed>('GET', `/api/v1/responses?survey=${key}`)
  const cases = await Promise.all(items.map(({ id }) => callApi<{ items: unknown[] }>('GET', `/api/v1/cases?response=${id}`)))
  return cases.flatMap((one) => one.items)
}

test('two people who edit at once lose nothing, and what meets is theirs to settle', async ({ page, browser }) => {
  await callApi('PUT', '/api/v1/surveys/builder-two', simple('Two'))
  await signIn(page)
  const second = await (await browser.newContext()).newPage()
  await signIn(second)
  await open(page, 'builder-two')
  await open(second, 'builder-two')
  await row(page, 'Speed of delivery').click()
  await text(page).fill('How fast was it?')
  await row(second, 'Would you recommend us?').click()
  await second.locator('textarea[data-name=hint]').fill('Be honest')
  await saved(page)
  await saved(second)
  const merged = await draftOf('builder-two')
  expect(merged).toContain('How fast was it?')
  expect(merged).toContain('Be honest')
  // The same text: the later one is told, sees both, and chooses.
  await row(page, 'What went wrong?').click()
  await row(second, 'What went wrong?').click()
  await second.context().setOffline(true)
  await text(second).fill('Theirs is not this')
  await text(page).fill('Tell us what went wrong')
  await saved(page)
  await second.context().setOffline(false)
  const conflict = second.getByRole('alert', { name: 'Somebody else changed the same thing' })
  await expect(conflict).toContainText('Theirs is not this')
  await expect(conflict).toContainText('Tell us what went wrong')
  await conflict.getByRole('button', { name: 'Take mine' }).click()
  await saved(second)
  expect(await draftOf('builder-two')).toContain('Theirs is not this')
  await second.context().close()
})

test('what was edited survives a lost connection and a reload, and can be taken back step by step', async ({ page }) => {
  await callApi('PUT', '/api/v1/surveys/builder-kept', simple('Kept'))
  await signIn(page)
  await open(page, 'builder-kept')
  // The server is away for saving alone, so that the page itself can still be loaded.
  await page.route('**/edit', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
  await row(page, 'Speed of delivery').click()
  await text(page).fill('Written without a server')
  await expect(page.locator('[data-saving]')).toHaveAttribute('data-saving', 'failed')
  await page.unroute('**/edit')
  await page.reload()
  await expect(row(page, 'Written without a server')).toBeVisible()
  await saved(page)
  expect(await draftOf('builder-kept')).toContain('Written without a server')
  await row(page, 'What went wrong?').click()
  await page.keyboard.press('Delete')
  await expect(row(page, 'What went wrong?')).toHaveCount(0)
  await row(page, 'Would you recommend us?').click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('status')).toContainText('This breaks logic')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(row(page, 'What went wrong?')).toBeVisible()
  await expect(row(page, 'Would you recommend us?')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(row(page, 'What went wrong?')).toHaveCount(0)
})

test('questions are moved by dragging and by keyboard', async ({ page }) => {
  await callApi('PUT', '/api/v1/surveys/builder-move', simple('Move'))
  await signIn(page)
  await open(page, 'builder-move')
  await row(page, 'Speed of delivery').dragTo(row(page, 'What went wrong?'), { targetPosition: { x: 40, y: 28 } })
  await saved(page)
  expect(await draftOf('builder-move')).toMatch(/"key":"reason".*"key":"speed"/)
  await page.keyboard.press('Escape')
  await row(page, 'Speed of delivery').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('status')).toContainText('Moved to place 1 of 2')
})

test('options are pasted from a spreadsheet right after the question was written', async ({ page }) => {
  await callApi('PUT', '/api/v1/surveys/builder-paste', simple('Paste'))
  await signIn(page)
  await open(page, 'builder-paste')
  await addQuestion(page, 'en', 'several', 'What went well?')
  await page.getByRole('button', { name: 'Paste a list' }).click()
  await page.getByLabel('One a line, or cells of a spreadsheet').fill('photos\tPhotos of it\nnone\tNothing')
  await page.getByRole('button', { name: 'Add these' }).click()
  await saved(page)
  await expect.poll(() => draftOf('builder-paste')).toContain('"key":"photos"')
})

test('the preview is what customers get, and says which logic fired', async ({ page }) => {
  await callApi('PUT', '/api/v1/surveys/builder-see', simple('See'))
  await signIn(page)
  await open(page, 'builder-see')
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('Would you recommend us?')).toBeVisible()
  await page.getByText('Try it out').click()
  await frame.locator('label', { has: page.locator('input[name=nps][value="9"]') }).click()
  await expect(page.getByText('Only if “Would you recommend us?” is at most 6').last()).toBeVisible()
  await frame.locator('label', { has: page.locator('input[name=nps][value="3"]') }).click()
  await frame.locator('button.primary').click()
  await expect(frame.getByText('What went wrong?')).toBeVisible()
})

test('a file is tried out too, and goes nowhere', async ({ page }) => {
  const questions = [{ key: 'photo', kind: 'file', text: 'A photo of it', required: true, types: ['image'] }]
  await callApi('PUT', '/api/v1/surveys/builder-file', { ...simple('File'), pages: [{ questions }] })
  await signIn(page)
  const sent: string[] = []
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())))
  await open(page, 'builder-file')
  const frame = page.frameLocator('iframe')
  await frame.locator('input[type=file]').setInputFiles({ name: 'dent.png', mimeType: 'image/png', buffer: Buffer.from('x') })
  await expect(frame.getByText('dent.png')).toBeVisible()
  await frame.locator('button.primary').click()
  await expect(frame.locator('.thanks')).toBeVisible()
  expect(sent).toEqual([])
})

for (const scheme of ['light', 'dark'] as const)
  test(`the editor is accessible, wide and on a phone (${scheme})`, async ({ page }) => {
    await callApi('PUT', '/api/v1/surveys/builder-axe', simple('Axe'))
    await page.emulateMedia({ colorScheme: scheme })
    await signIn(page)
    const check = async (what: string): Promise<void> => {
      expect(await faultsOf(page), what).toEqual([])
    }
    await open(page, 'builder-axe')
    await check('survey')
    await row(page, 'Speed of delivery').click()
    await check('question')
    await row(page, 'Page 2').click()
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click()
    await check('page')
    await page.setViewportSize({ width: 375, height: 720 })
    for (const tab of ['Outline', 'Settings', 'Preview']) {
      await page.getByRole('tab', { name: tab }).click()
      await check(`phone ${tab}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await callApi('PUT', '/api/v1/surveys/builder-axe', { ...simple('Axe'), locales: ['en', 'zh-CN'] })
    await page.goto('/surveys/builder-axe/translations')
    await expect(page.getByRole('columnheader', { name: 'Chinese (China)' })).toBeVisible()
    await check('translations')
  })

test('translations are written in place, and come back from a file as they went', async ({ page }) => {
  await callApi('PUT', '/api/v1/surveys/builder-words', { ...simple('Words'), locales: ['en', 'zh-CN'] })
  await signIn(page)
  await page.goto('/surveys/builder-words/translations')
  await page.getByRole('button', { name: 'question.speed.text, Chinese (China)' }).click()
  await page.getByRole('textbox', { name: 'question.speed.text, Chinese (China)' }).fill('配送速度')
  await page.keyboard.press('Control+Enter')
  await saved(page)
  expect(await draftOf('builder-words')).toContain('配送速度')
  for (const button of ['CSV', 'XLIFF (zh-CN)']) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const file = await (await download).path()
    const words = (await readFile(file, 'utf8')).replace('配送速度', `${button} 配送`)
    await page.locator('input[type=file]').setInputFiles({
      name: button === 'CSV' ? 'words.csv' : 'words.xlf',
      mimeType: 'text/plain',
      buffer: Buffer.from(words),
    })
    await expect(page.getByRole('dialog')).toContainText('It changes 1 text')
    await page.getByRole('button', { name: 'Take over 1 text' }).click()
    await expect(page.getByRole('cell', { name: `${button} 配送` })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('cell', { name: '配送速度' })).toBeVisible()
  }
})
