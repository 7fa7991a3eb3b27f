import { expect, test, vi } from 'vitest'
import { getDefinition } from '@/collect/get-definition'
import type { SurveyDefinition } from '@/domain/survey/definition'
import type { PublishedRow } from '@/pipeline/listen/get-survey'
import { loadPublished } from '@/store/survey/load-published'
import { earlyWords } from '@/widget/words/early'
import { en } from '@/widget/words/en'
import { zhTW } from '@/widget/words/zh-tw'

vi.mock('@/store/survey/load-published', () => ({ loadPublished: vi.fn(), loadVersion: vi.fn() }))

const definition: SurveyDefinition = {
  touchpoint: 't',
  locales: ['en', 'zh-CN', 'zh-TW', 'sw'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages: [{ questions: [{ key: 'nps', kind: 'nps', text: 'Would you?' }] }],
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
vi.mocked(loadPublished).mockResolvedValue(new Map([['s', survey]]))

const ask = (search = '', headers: Record<string, string> = {}) =>
  getDefinition(new Request(`http://localhost:3000/api/v1/surveys/s/definition${search}`, { headers }), { survey: 's' })

type Told = { definition: SurveyDefinition; locale?: string; wordLocale?: string; words?: Record<string, unknown> }

test('the definition says nothing of ours unless it is asked in a language', async () => {
  const told = (await (await ask()).json()) as Told
  expect(told.definition).toEqual(definition)
  expect(Object.keys(told).sort()).toEqual(['definition', 'slug', 'theme', 'version'])
})

test('asked in languages it says in which it is shown, and the first words in that', async () => {
  const told = (await (await ask('?lang=da,zh-HK,en')).json()) as Told
  expect(told).toMatchObject({ locale: 'zh-TW', wordLocale: 'zh-TW', words: { send: zhTW.send, ends: zhTW.ends, close: '關閉' } })
  expect(told.words).not.toHaveProperty('faults')
  // A language that we have no words in is spoken around in English.
  expect(await (await ask('?lang=sw')).json()).toMatchObject({ locale: 'sw', wordLocale: 'en', words: earlyWords(en) })
  for (const nobodys of ['', 'xx', ',,,', '%00', 'x'.repeat(5000)])
    expect(await (await ask(`?lang=${nobodys}`)).json()).toMatchObject({ locale: 'en', wordLocale: 'en' })
})

test('each language has a tag of its own, and whoever has it gets nothing again', async () => {
  const tags = await Promise.all(
    ['', '?lang=en', '?lang=zh-CN'].map(async (search) => (await ask(search)).headers.get('etag') ?? ''),
  )
  expect(new Set(tags).size).toBe(3)
  expect((await ask('?lang=en', { 'if-none-match': tags[1] ?? '' })).status).toBe(304)
  expect((await ask('?lang=zh-CN', { 'if-none-match': tags[1] ?? '' })).status).toBe(200)
})
