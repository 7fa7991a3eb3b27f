import { expect, type Page, test } from '@playwright/test'
import { createChance } from '~tests/support/chance'
import { callApi, signIn } from '~tests/support/console'

const survey = {
  touchpoint: 'delivery',
  locales: ['en', 'zh-CN'],
  title: { en: 'Everything and back', 'zh-CN': '来回' },
  pages: [
    {
      key: 'first',
      questions: [
        { key: 'nps', kind: 'nps', text: { en: 'Would you recommend us?' }, required: true },
        { key: 'speed', kind: 'rating', text: { en: 'Speed' }, scale: 7, shape: 'numbers' },
        {
          key: 'what',
          kind: 'multi_choice',
          text: { en: 'What went well?' },
          options: [
            { key: 'people', text: { en: 'People' } },
            { key: 'none', text: { en: 'None' }, exclusive: true },
          ],
        },
      ],
    },
    {
      key: 'second',
      showIf: { field: 'answer.nps', op: 'lte', value: 6 },
      questions: [
        { key: 'why', kind: 'text', text: { en: 'What went wrong?' } },
        { key: 'who', kind: 'contact', text: { en: 'May we call?' }, showIf: { field: 'answer.why', op: 'exists' } },
      ],
    },
  ],
  thanks: [{ text: { en: 'Thanks' } }],
}

type Stored = { definition?: unknown }
const draftOf = async (key: string): Promise<unknown> => {
  const stored = await callApi<Stored>('GET', `/api/v1/surveys/${key}`)
  return stored.definition ?? stored
}

const saved = (page: Page) => expect(page.locator('[data-saving]')).toHaveAttribute('data-saving', 'saved')
const kindsToAdd = ['stars', 'checkbox', 'dropdown', 'email', 'nps', 'grid', 'comment', 'slider']

/** Chooses a kind in whatever menu of them is open. */
const chooseKind = async (page: Page, kind: string): Promise<void> => {
  await expect(page.getByPlaceholder('Find a kind of question')).toBeFocused()
  await page.keyboard.type(kind)
  await expect(page.locator('[data-combobox-selected]')).toHaveCount(1)
  await page.keyboard.press('Enter')
}

test('after 50 random edits by hand and keyboard, undoing all is where one was, and redoing all where one came', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await callApi('PUT', '/api/v1/surveys/builder-undo', survey)
  const before = await draftOf('builder-undo')
  await signIn(page)
  await page.goto('/surveys/builder-undo/edit')
  await expect(page.getByRole('tree')).toBeVisible()
  const { below } = createChance(20_261_122)
  const panel = page.getByRole('region', { name: 'Settings', exact: true })
  const rows = page.getByRole('treeitem')
  const undo = page.getByRole('button', { name: 'Undo' }).first()
  const redo = page.getByRole('button', { name: 'Redo' }).first()

  const anyRow = async (level: 'question' | 'any'): Promise<void> => {
    const wanted = level === 'question' ? page.locator('[role=treeitem][data-place^="question:"]') : rows
    const count = await wanted.count()
    if (count > 0) await wanted.nth(below(count)).click()
  }
  const edits: Record<string, () => Promise<void>> = {
    type: async () => {
      await anyRow('question')
      await panel.locator('textarea').first().focus()
      await page.keyboard.type(` ${below(1000)}`)
    },
    require: async () => {
      await anyRow('question')
      const box = panel.getByRole('checkbox', { name: 'An answer is required' })
      if ((await box.count()) > 0) await box.click()
    },
    move: async () => {
      await anyRow('any')
      await page.locator('[role=treeitem][aria-selected=true]').focus()
      await page.keyboard.press(below(2) ? 'Alt+ArrowDown' : 'Alt+ArrowUp')
    },
    copy: async () => {
      await anyRow('question')
      await page.locator('[role=treeitem][aria-selected=true]').focus()
      await page.keyboard.press('Control+d')
    },
    remove: async () => {
      await anyRow(below(4) ? 'question' : 'any')
      await page.locator('[role=treeitem][aria-selected=true]').focus()
      await page.keyboard.press('Delete')
    },
    add: async () => {
      await anyRow('any')
      await page.getByRole('button', { name: 'Add question' }).click()
      await chooseKind(page, kindsToAdd[below(kindsToAdd.length)] ?? 'stars')
    },
    turn: async () => {
      await anyRow('question')
      await panel.getByRole('button', { name: /: change the kind$/ }).click()
      await chooseKind(page, ['text', 'checkbox', 'radio', 'number', 'ranking'][below(5)] ?? 'text')
      const take = panel.getByRole('button', { name: /^Change it/ })
      if (await take.isVisible()) await take.click()
    },
    page: async () => {
      await page.getByRole('button', { name: 'Add page' }).click()
    },
    option: async () => {
      await anyRow('question')
      const add = panel.getByRole('button', { name: 'Add option' })
      if ((await add.count()) > 0) await add.click()
    },
    thanks: async () => {
      await rows.first().click()
      await panel.locator('[data-name=thanks] textarea').first().focus()
      await page.keyboard.type(` ${below(1000)}`)
    },
  }
  const names = Object.keys(edits)
  for (let turn = 0; turn < 50; turn++) {
    const name = names[below(names.length)] ?? 'type'
    await test.step(`${turn + 1}: ${name}`, async () => edits[name]?.())
  }
  await saved(page)
  const end = await draftOf('builder-undo')
  expect(end).not.toEqual(before)
  const all = async (button: typeof undo, keys: string): Promise<number> => {
    let steps = 0
    for (; (await button.isEnabled()) && steps < 200; steps++) await page.keyboard.press(keys)
    return steps
  }
  const steps = await all(undo, 'Control+z')
  expect(steps).toBeGreaterThan(20)
  await saved(page)
  expect(await draftOf('builder-undo')).toEqual(before)
  await all(redo, 'Control+Shift+z')
  await saved(page)
  expect(await draftOf('builder-undo')).toEqual(end)
})

test('a question becomes one of another kind: what is lost is said, a published key is kept clean, one undo brings all back', async ({
  page,
}) => {
  await callApi('PUT', '/api/v1/surveys/builder-turn', survey)
  await callApi('POST', '/api/v1/surveys/builder-turn/publish')
  const before = await draftOf('builder-turn')
  await signIn(page)
  await page.goto('/surveys/builder-turn/edit')
  await page.getByRole('treeitem', { name: 'What went well?' }).click()
  await page.getByRole('button', { name: 'Several choices: change the kind' }).click()
  await chooseKind(page, 'radio')
  const cost = page.getByRole('region', { name: 'Change it into “One choice”?' })
  await expect(cost).toContainText('1 option that stands alone')
  await expect(cost).toContainText('under the key “what_2”')
  await cost.getByRole('button', { name: 'Change it, as “what_2”' }).click()
  await expect(page.getByRole('button', { name: 'One choice: change the kind' })).toBeFocused()
  await expect(page.getByRole('status').first()).toContainText('Now it is “One choice”.')
  await saved(page)
  expect(JSON.stringify(await draftOf('builder-turn'))).toContain('"key":"what_2","kind":"single_choice"')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Several choices: change the kind' })).toBeVisible()
  await saved(page)
  expect(await draftOf('builder-turn')).toEqual(before)
  // Another scale under a published key: the way out is one click.
  await page.getByRole('treeitem', { name: 'Speed' }).click()
  await page.getByLabel('Highest value').fill('5')
  await page.getByRole('button', { name: 'Take the key “speed_2”' }).click()
  await expect(page.getByRole('textbox', { name: 'Key', exact: true })).toHaveValue('speed_2')
  await expect(page.getByText('they can’t be joined')).toHaveCount(0)
})
