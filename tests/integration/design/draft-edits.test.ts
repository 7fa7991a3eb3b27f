import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { checkAnswers } from '@/domain/survey/check-answers'
import type { SurveyDefinition } from '@/domain/survey/definition'
import type { Draft, Operation } from '@/domain/survey/edit/operation'
import { findQuestion } from '@/domain/survey/edit/places'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { createSurvey } from '@/pipeline/design/create-survey'
import { exportSurveyJson } from '@/pipeline/design/export-programme'
import { getSurvey } from '@/pipeline/design/find-surveys'
import { planProgramme } from '@/pipeline/design/plan-programme'
import { openDraft, saveDraftEdits } from '@/pipeline/design/save-draft-edits'
import { getSurveyVersions, publishSurvey, restoreVersion } from '@/pipeline/design/survey-programme'
import { allKinds } from '~tests/support/all-kinds'
import { doWhims, whims } from '~tests/support/random-edits'
import { openShop } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('editors')
})

const draftOf = async (key: string) => {
  const opened = await openDraft(organizationId, key)
  if (!opened) throw new Error(`there is no draft of ${key}`)
  return opened
}
const setText = (draft: Draft, question: string, to: unknown): Operation => ({
  do: 'set',
  at: ['question', question],
  name: 'text',
  was: findQuestion(draft, question)?.text,
  to,
})
const save = async (key: string, base: number, operations: readonly unknown[], id: string = randomUUID()) =>
  saveDraftEdits(organizationId, { key, id, base, operations })

test('edits are saved as they are made; sent again they change nothing', async () => {
  const { revision, draft } = await draftOf('delivery')
  const id = randomUUID()
  const edits = [setText(draft, 'speed', 'How fast?'), setText({ ...draft }, 'reason', 'Why so?')]
  expect(await save('delivery', revision, edits, id)).toEqual({ revision: revision + 1, isMet: false })
  const between = await draftOf('delivery')
  await save('delivery', revision + 1, [setText(between.draft, 'speed', 'Really fast?')])
  const again = await save('delivery', revision, edits, id)
  expect(again).toMatchObject({ revision: revision + 2, isMet: false })
  expect(findQuestion((await draftOf('delivery')).draft, 'speed')?.text).toBe('Really fast?')
  expect(await openDraft(organizationId, 'delivery', revision + 2)).toBeUndefined()
  expect((await getSurvey(organizationId, 'delivery'))?.published?.pages[0]?.questions[1]).toMatchObject({ text: 'Speed' })
})

test('two people in different places are merged; in one place nothing is overwritten and the later one is told', async () => {
  const { revision, draft } = await draftOf('help')
  const ask = setText(draft, 'csat', { en: 'Satisfied with us?' })
  const title: Operation = { do: 'set', at: [], name: 'title', was: draft.title, to: 'Help desk' }
  expect(await save('help', revision, [ask])).toMatchObject({ revision: revision + 1, isMet: false })
  const merged = await save('help', revision, [title])
  expect(merged).toMatchObject({ revision: revision + 2, isMet: false, draft: { title: 'Help desk' } })
  const met = await save('help', revision, [{ ...title, to: 'Another' }, setText(draft, 'csat', 'Mine')])
  expect(met).toMatchObject({ isMet: true, revision: revision + 2, draft: { title: 'Help desk' } })
  expect((await draftOf('help')).revision).toBe(revision + 2)
})

test('two hundred edits at once by ten people are all there', async () => {
  const { revision, draft } = await draftOf('store')
  const page = draft.pages[0]?.key ?? ''
  const insert = (person: number, at: number): Operation => ({
    do: 'insert',
    in: ['questions', page],
    after: null,
    item: { key: `q_${person}_${at}`, kind: 'text', text: '' },
  })
  // As editors do: each sends its next batch when the one before is through.
  const answers: Awaited<ReturnType<typeof save>>[] = []
  const edit = async (person: number): Promise<void> => {
    for (let at = 0; at < 20; at++) answers.push(await save('store', revision, [insert(person, at)]))
  }
  await Promise.all(Array.from({ length: 10 }, (_, person) => edit(person)))
  expect(answers).toHaveLength(200)
  expect(answers.every((answer) => !isFailure(answer) && !answer.isMet)).toBe(true)
  expect((await draftOf('store')).draft.pages[0]?.questions).toHaveLength(201)
  expect((await draftOf('store')).revision).toBe(revision + 200)
}, 60_000)

test('a draft may lack what a survey needs, and publishing says what', async () => {
  const made = await createSurvey(organizationId, { title: 'How was it, really?', touchpoint: 'delivery', locale: 'en' })
  expect(made).toEqual({ key: 'how-was-it-really' })
  expect(await createSurvey(organizationId, { title: 'How was it, really?', touchpoint: 'delivery', locale: 'en' })).toEqual({
    key: 'how-was-it-really-2',
  })
  expect(await createSurvey(organizationId, { title: 'X', touchpoint: 'nowhere', locale: 'en' })).toMatchObject({
    error: 'reference_missing',
  })
  const key = 'how-was-it-really'
  expect(await publishSurvey(organizationId, key)).toMatchObject({ error: 'invalid', errors: [{ path: 'pages[0].questions' }] })
  const item = { key: 'nps', kind: 'nps', text: '' }
  await save(key, 1, [{ do: 'insert', in: ['questions', 'page-1'], after: null, item }])
  expect(await publishSurvey(organizationId, key)).toMatchObject({
    error: 'invalid',
    errors: [{ path: 'pages[0].questions[0].text' }],
  })
  await save(key, 2, [{ do: 'set', at: ['question', 'nps'], name: 'text', was: '', to: { en: 'Would you recommend us? ' } }])
  expect(await publishSurvey(organizationId, key)).toMatchObject({ version: 1, isNew: true })
  // What was typed with a space behind it is published without, and the draft is what was published.
  expect(await getSurvey(organizationId, key)).toMatchObject({ isDraftAhead: false })
})

test.each([
  ['no operation', [{ do: 'everything' }]],
  ['a member that no definition has', [{ do: 'set', at: [], name: 'constructor', to: {} }]],
  ['a value of another type', [{ do: 'set', at: ['question', 'nps'], name: 'required', to: 'very' }]],
  ['no touchpoint', [{ do: 'set', at: [], name: 'touchpoint', was: 'loyalty', to: 'nowhere' }]],
])('edits with %s are refused and change nothing', async (_, operations) => {
  const before = await draftOf('loyalty')
  expect(isFailure(await save('loyalty', before.revision, operations))).toBe(true)
  expect(await draftOf('loyalty')).toEqual(before)
})

test('an editor’s edits meet what a file or a restored version has put there', async () => {
  const { revision } = await draftOf('how-was-it-really')
  const survey = {
    touchpoint: 'delivery',
    title: 'From a file',
    pages: [{ questions: [{ key: 'nps', kind: 'nps', text: 'New' }] }],
  }
  const applied = await applyProgramme(organizationId, { surveys: { 'how-was-it-really': { ...survey, publish: false } } })
  expect(isFailure(applied)).toBe(false)
  const after = await draftOf('how-was-it-really')
  expect(after.revision).toBeGreaterThan(revision)
  const late: Operation = { do: 'set', at: ['question', 'nps'], name: 'text', was: { en: 'Would you recommend us?' }, to: 'Mine' }
  expect(await save('how-was-it-really', revision, [late])).toMatchObject({ isMet: true, revision: after.revision })
  await restoreVersion(organizationId, 'how-was-it-really', 1)
  expect((await draftOf('how-was-it-really')).revision).toBe(after.revision + 1)
})

test('whatever is edited and published, answers fit the version that they were given under', async () => {
  const key = 'restless'
  const applied = await applyProgramme(organizationId, { surveys: { [key]: { ...allKinds('delivery'), publish: true } } })
  expect(isFailure(applied)).toBe(false)
  const seen = new Map<number, { definition: SurveyDefinition; answers: Record<string, unknown> }>()
  const remember = async () => {
    for (const { version, definition } of (await getSurveyVersions(organizationId, key)) ?? []) {
      const known = seen.get(version)
      if (known) expect(definition).toEqual(known.definition)
      else seen.set(version, { definition, answers: { nps: 7 } })
    }
    for (const { definition, answers } of seen.values()) {
      const given = definition.pages.some(({ questions }) => questions.some((one) => one.key === 'nps')) ? answers : {}
      expect(checkAnswers(definition, given, { completed: false })).toHaveProperty('answers')
    }
  }
  await remember()
  await fc.assert(
    // Few at a time: most of what many of them make can’t be published.
    fc.asyncProperty(whims(2), async (list) => {
      const { draft, revision } = await draftOf(key)
      const edited = doWhims(draft, list)
      if (edited.operations.length > 0) expect(await save(key, revision, edited.operations)).toMatchObject({ isMet: false })
      await remember()
      await publishSurvey(organizationId, key)
      await remember()
      // Whatever couldn't be published is no base to go on from.
      await restoreVersion(organizationId, key, Math.max(...seen.keys()))
    }),
    { numRuns: 50 },
  )
  expect(seen.size).toBeGreaterThan(3)
}, 120_000)

test('what was written in the editor goes out as a file and comes back with nothing to change, untidy as it is', async () => {
  const { revision, draft } = await draftOf('loyalty')
  const plain = { key: 'stars', kind: 'rating', scale: 5, text: 'How many stars? ' }
  const saved = await save('loyalty', revision, [
    setText(draft, 'nps', ' Would you tell a friend?  '),
    { do: 'insert', in: ['questions', 'page-1'], after: 'nps', item: plain },
  ])
  expect(saved).toMatchObject({ isMet: false })
  expect(findQuestion((await draftOf('loyalty')).draft, 'stars')).toEqual(plain)
  const json = await exportSurveyJson(organizationId, 'loyalty')
  const planned = await planProgramme(organizationId, JSON.parse(json ?? ''))
  expect(planned).toMatchObject({ plan: [{ kind: 'surveys', key: 'loyalty', plan: 'leave' }] })
})
