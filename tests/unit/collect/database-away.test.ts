import { expect, test, vi } from 'vitest'
import { getSurveyPage } from '@/collect/survey/get-survey-page'
import { postSurveyPage } from '@/collect/survey/post-survey-page'
import type { SurveyDefinition } from '@/domain/survey/definition'
import type { PublishedRow } from '@/pipeline/listen/get-survey'
import { loadPublished } from '@/store/survey/load-published'

vi.mock('@/collect/assets/manifest', () => ({ manifest: () => ({ hosted: ['hosted-x.js'], css: '', kinds: {} }) }))
vi.mock('@/store/survey/load-published', () => ({ loadPublished: vi.fn(), loadVersion: vi.fn() }))

const definition: SurveyDefinition = {
  touchpoint: 't',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages: [{ questions: [{ key: 'words', kind: 'text', text: 'Words?' }] }],
}
const survey: PublishedRow = {
  organizationId: '0193f3a0-0000-7000-8000-000000000001',
  surveyId: '0193f3a0-0000-7000-8000-000000000002',
  touchpointId: '0193f3a0-0000-7000-8000-000000000003',
  slug: 's',
  version: 1,
  definition,
  isClosed: false,
}
const away = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
const ask = (slug: string) => getSurveyPage(new Request(`http://localhost:3000/s/${slug}`), { survey: slug })

test('while the database is away a page gives back what was written and asks to press again', async () => {
  vi.mocked(loadPublished).mockResolvedValueOnce(new Map([['s', survey]]))
  const html = await (await ask('s')).text()
  vi.mocked(loadPublished).mockImplementation(away)
  const form = new URLSearchParams(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  form.set('words', 'Three pages of thought')
  const answer = await postSurveyPage(
    new Request('http://localhost:3000/s/s', { method: 'POST', body: form }),
    { survey: 's' },
    { address: '192.0.2.1' },
  )
  expect(answer.status).toBe(503)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  const again = await answer.text()
  expect(again).toContain('value="Three pages of thought"')
  expect(again).toContain('could not be saved just now')
  expect(again).toContain(`name="_revision" value="0"`)
})

test('a survey that nobody has asked for yet says that it can’t be reached', async () => {
  vi.mocked(loadPublished).mockImplementation(away)
  const answer = await ask('unseen')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('can’t be reached just now')
})

test('any other failure is a bug and is thrown', async () => {
  vi.mocked(loadPublished).mockRejectedValueOnce(new TypeError('a bug'))
  await expect(ask('s')).rejects.toThrow('a bug')
})
