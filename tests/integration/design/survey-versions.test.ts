import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { getSurvey } from '@/pipeline/design/find-surveys'
import { getSurveyDraft, publishSurvey, restoreVersion } from '@/pipeline/design/survey-programme'
import { openShop, submit } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('versions')
})

const speed = { key: 'speed', kind: 'rating', scale: 5, text: 'Speed' }
const put = async (question: object, more: object = {}) => {
  const survey = { touchpoint: 'delivery', title: 'Versions', pages: [{ questions: [question] }], publish: false, ...more }
  const applied = await applyProgramme(organizationId, { surveys: { versioned: survey } })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
}

test('a survey is published, changed, published again, and taken back to what it was', async () => {
  await put(speed)
  expect(await publishSurvey(organizationId, 'versioned')).toMatchObject({ version: 1, isNew: true })
  expect(await publishSurvey(organizationId, 'versioned')).toMatchObject({ version: 1, isNew: false })
  await submit('versioned', { speed: 4 })
  await put({ ...speed, text: 'How fast?' })
  expect(await getSurvey(organizationId, 'versioned')).toMatchObject({ publishedVersion: 1, isDraftAhead: true })
  expect(await publishSurvey(organizationId, 'versioned')).toMatchObject({ version: 2 })
  expect(await restoreVersion(organizationId, 'versioned', 1)).toEqual({ isChanged: true })
  expect(await restoreVersion(organizationId, 'versioned', 1)).toEqual({ isChanged: false })
  expect((await getSurveyDraft(organizationId, 'versioned'))?.definition.pages[0]?.questions[0]).toMatchObject({ text: 'Speed' })
  expect(await getSurvey(organizationId, 'versioned')).toMatchObject({ publishedVersion: 2, isDraftAhead: true })
  expect(await publishSurvey(organizationId, 'versioned')).toMatchObject({ version: 3 })
})

test('another scale under a key that was published is refused with the way out, and a new key is let through', async () => {
  await put({ ...speed, scale: 10 })
  expect(await publishSurvey(organizationId, 'versioned')).toMatchObject({
    error: 'invalid',
    errors: [{ path: 'pages[0].questions[0].kind', message: expect.stringContaining('"speed_2"') }],
  })
  await put({ ...speed, key: 'speed_2', scale: 10 })
  expect(await publishSurvey(organizationId, 'versioned')).toMatchObject({ isNew: true })
})

test('a version that isn’t there can’t be restored', async () => {
  expect(await restoreVersion(organizationId, 'versioned', 99)).toMatchObject({ error: 'not_found' })
  expect(await restoreVersion(organizationId, 'nothing', 1)).toMatchObject({ error: 'not_found' })
})
