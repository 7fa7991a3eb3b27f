import { beforeAll, describe, expect, test } from 'vitest'
import { invitedResponseId } from '@/auth/invitation-token'
import { checkAnswers } from '@/domain/survey/check-answers'
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { countOpenInvitations } from '@/pipeline/design/count-open-invitations'
import { publishSurvey } from '@/pipeline/design/survey-programme'
import { knock, put } from '~tests/support/door'
import { invitationOf, invite, type Link, pathOf } from '~tests/support/invited'
import { openShop, rowsOf } from '~tests/support/shop'

const nps = { key: 'nps', kind: 'nps', required: true, text: 'Would you recommend us?' }
const lowOnly = { showIf: { field: 'answer.nps', op: 'lte', value: 6 } }
const before = {
  touchpoint: 'delivery',
  title: 'Before',
  pages: [
    {
      questions: [
        nps,
        { key: 'box', kind: 'single_choice', text: 'The box?', options: ['whole', 'torn'].map((key) => ({ key, text: key })) },
      ],
    },
    {
      questions: [
        { key: 'photo', kind: 'file', text: 'Show us', ...lowOnly },
        { key: 'why', kind: 'text', text: 'Why so low?', ...lowOnly },
      ],
    },
  ],
  thanks: [{ text: 'Thanks of before: {{answer.box}}' }],
}
/** The box and the photo are gone, why is asked of the happy, and there is something that must be answered. */
const after = {
  ...before,
  title: 'After',
  pages: [
    { questions: [{ ...nps, text: 'Would you recommend us now?' }] },
    {
      questions: [
        { key: 'why', kind: 'text', text: 'Why so high?', showIf: { field: 'answer.nps', op: 'gte', value: 9 } },
        { key: 'again', kind: 'csat', required: true, text: 'And again?' },
      ],
    },
  ],
  thanks: [{ text: 'Thanks of after' }],
}

let organizationId: string
let surveys = 0
/** A survey of its own whose first version is published. */
const openSurvey = async (first: object = before): Promise<string> => {
  surveys += 1
  const key = `survey-${surveys}`
  await save(key, first)
  return key
}
const save = async (key: string, definition: object, of = organizationId) => {
  const applied = await applyProgramme(of, { surveys: { [key]: definition } })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  const published = await publishSurvey(of, key)
  if ('error' in published) throw new Error(JSON.stringify(published))
  return published.version
}

type Row = {
  version: number
  status: string
  answers: Answers
  definition: SurveyDefinition
  locale: string | null
  customer: string | null
}
const idOf = async (link: Link): Promise<string> => {
  const [row] = await rowsOf<{ created_at: Date }>('select created_at from invitations where id = $1', [link.id])
  return invitedResponseId(link.token, row?.created_at ?? new Date())
}
const stored = async (link: Link): Promise<Row> => {
  const [row] = await rowsOf<Row>(
    `select r.version, r.status, r.answers, r.locale, v.definition, r.customer_id as customer from responses r
       join survey_versions v on v.organization_id = r.organization_id and v.survey_id = r.survey_id and v.number = r.version
      where r.id = $1`,
    [await idOf(link)],
  )
  if (!row) throw new Error('nothing is stored')
  return row
}
/** What is stored fits the very version that it is stored under. */
const expectFit = async (link: Link): Promise<Row> => {
  const row = await stored(link)
  const around = { id: await idOf(link), completed: row.status === 'completed' }
  expect(checkAnswers(row.definition, row.answers, around)).toMatchObject({ answers: row.answers })
  return row
}
const page = async (link: Link): Promise<string> => (await knock('GET', pathOf(link.url))).text()
const answer = async (link: Link, answers: Answers, more: Record<string, unknown> = {}) =>
  put(await idOf(link), { survey: link.survey, answers, invitationToken: link.token, completed: false, ...more })

beforeAll(async () => {
  organizationId = await openShop()
})

describe('when a version is published', () => {
  test('who hasn’t begun gets it, whether the link was opened before or not', async () => {
    const key = await openSurvey()
    const [untouched, opened] = [await invite(organizationId, key, 'a'), await invite(organizationId, key, 'b')]
    expect(await page(opened)).toContain('Would you recommend us?')
    expect(await save(key, after)).toBe(2)
    for (const link of [untouched, opened]) {
      expect(await page(link)).toContain('Would you recommend us now?')
      // The box is gone, and something else is wanted.
      expect((await answer(link, { nps: 3, box: 'torn' }, { version: 2 })).status).toBe(422)
      expect((await answer(link, { nps: 3 }, { version: 2, completed: true })).status).toBe(422)
      expect((await answer(link, { nps: 3, again: 4 }, { version: 2, completed: true })).status).toBe(201)
      expect(await expectFit(link)).toMatchObject({ version: 2, status: 'completed' })
    }
  })

  test('who has begun finishes what they began: removed questions, the conditions and the thanks of then', async () => {
    const key = await openSurvey()
    const link = await invite(organizationId, key, 'c')
    expect((await answer(link, { nps: 3, box: 'torn' }, { version: 1 })).status).toBe(201)
    await save(key, after)
    const shown = await page(link)
    expect(shown).toContain('Why so low?')
    expect(shown).not.toContain('And again?')
    const id = await idOf(link)
    const upload = await knock('POST', `/api/v1/uploads?survey=${key}&question=photo&response=${id}`, {
      headers: { 'x-file-name': 'box.txt' },
      body: 'torn at the side',
    })
    expect(upload.status).toBe(201)
    const { id: photo } = (await upload.json()) as { id: string }
    const more = { nps: 3, box: 'torn', photo: [photo], why: 'It was torn' }
    expect((await answer(link, more, { version: 1, revision: 2, completed: true })).status).toBe(200)
    expect(await expectFit(link)).toMatchObject({ version: 1, status: 'completed', answers: more })
    expect(await page(link)).toContain('Thanks of before: torn')
  })

  test('who has begun and doesn’t say under which version goes on with the same', async () => {
    const key = await openSurvey()
    const link = await invite(organizationId, key, 'd')
    await answer(link, { nps: 3, box: 'torn' })
    await save(key, after)
    expect((await answer(link, { nps: 2, box: 'whole' }, { revision: 2 })).status).toBe(200)
    expect(await expectFit(link)).toMatchObject({ version: 1, answers: { nps: 2, box: 'whole' } })
  })

  test('a page that stands open saves under the version that it shows, with a script and without', async () => {
    const key = await openSurvey()
    const [scripted, plain] = [await invite(organizationId, key, 'e'), await invite(organizationId, key, 'f')]
    const form = await page(plain)
    await page(scripted)
    await save(key, after)
    expect((await answer(scripted, { nps: 3, box: 'torn' }, { version: 1 })).status).toBe(201)
    expect(await expectFit(scripted)).toMatchObject({ version: 1 })
    const fields = new URLSearchParams(
      [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]): [string, string] => [
        /name="([^"]*)"/.exec(input)?.[1] ?? '',
        /value="([^"]*)"/.exec(input)?.[1] ?? '',
      ]),
    )
    fields.set('nps', '4')
    fields.set('box', 'whole')
    const next = await knock('POST', pathOf(plain.url), {
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: fields.toString(),
    })
    expect(await next.text()).toContain('Why so low?')
    expect(await expectFit(plain)).toMatchObject({ version: 1, answers: { nps: 4, box: 'whole' } })
    expect(await page(plain)).toContain('Why so low?')
  })

  test('a language that the new version no longer speaks is kept by who began in it', async () => {
    const two = { ...before, locales: ['en', 'zh-CN'], title: { en: 'Before', 'zh-CN': '之前' } }
    const key = await openSurvey(two)
    const link = await invite(organizationId, key, 'g', { locale: 'zh-CN' })
    await answer(link, { nps: 3 }, { locale: 'zh-CN' })
    await save(key, { ...after, locales: ['en'] })
    const shown = await page(link)
    expect(shown).toContain('<html lang="zh-CN"')
    expect(shown).toContain('之前')
  })

  test('an anonymous answer stays without a time of its own when the survey becomes one with names', async () => {
    const key = await openSurvey({ ...before, anonymous: true })
    const [begun, waiting] = [await invite(organizationId, key, 'h'), await invite(organizationId, key, 'i')]
    await page(waiting)
    await answer(begun, { nps: 3 }, { version: 1 })
    await save(key, after)
    await answer(begun, { nps: 3 }, { version: 1, revision: 2, completed: true })
    await answer(waiting, { nps: 3 }, { version: 1, completed: true })
    for (const link of [begun, waiting]) {
      const { completedAt, responseId } = await invitationOf(link)
      expect(completedAt?.toISOString()).toMatch(/T00:00:00\.000Z$/)
      expect(responseId).toBeNull()
      expect(await expectFit(link)).toMatchObject({ version: 1, customer: null })
    }
  })
})

describe('how many are open', () => {
  const now = new Date()

  test('each counts in the group that it has come to; who has finished, was skipped or is too late in none', async () => {
    const key = await openSurvey()
    const of = (name: string, more = {}) => invite(organizationId, key, `open-${name}`, more)
    const [, opened, first, second, done, late] = [
      await of('untouched'),
      await of('opened'),
      await of('first'),
      await of('second'),
      await of('done'),
      await of('late'),
    ]
    await page(opened)
    await answer(first, { nps: 3, box: 'torn' })
    await answer(done, { nps: 9 }, { completed: true })
    await rowsOf(`update invitations set expires_at = now() - interval '1 minute' where id = $1`, [late.id])
    await save(key, after)
    await answer(second, { nps: 9 })
    expect(await countOpenInvitations(organizationId, key, now)).toEqual({
      notOpened: { count: 1, isMore: false },
      opened: { count: 1, isMore: false },
      started: {
        ...{ count: 2, isMore: false, answers: 3, unknown: 0 },
        versions: [
          { version: 2, count: 1 },
          { version: 1, count: 1 },
        ],
      },
    })
  })

  test('of an anonymous survey nobody learns which answers are whose', async () => {
    const key = await openSurvey({ ...before, anonymous: true })
    await answer(await invite(organizationId, key, 'hidden'), { nps: 3 })
    const { started } = await countOpenInvitations(organizationId, key, now)
    expect(started).toEqual({ count: 1, isMore: false, answers: 0, versions: [], unknown: 1 })
  })

  test('another organization’s survey of that key has its own', async () => {
    const stranger = await openShop('other')
    await invite(organizationId, 'loyalty', 'mine')
    expect((await countOpenInvitations(stranger, 'loyalty', now)).notOpened.count).toBe(0)
    expect((await countOpenInvitations(organizationId, 'loyalty', now)).notOpened.count).toBe(1)
  })

  test('beyond the limit it is only said that there are more', async () => {
    const key = await openSurvey()
    const { id } = await invite(organizationId, key, 'model')
    await rowsOf(
      `insert into invitations (organization_id, id, survey_id, customer_id, response_id, token_hash, state, context, expires_at, created_at)
       select organization_id, gen_random_uuid(), survey_id, customer_id, gen_random_uuid(), token_hash || n,
              case when n % 3 = 0 then 'sent' when n % 3 = 1 then 'opened' else 'started' end, context, expires_at, created_at
         from invitations, generate_series(1, 20000) as n where id = $1`,
      [id],
    )
    await rowsOf('analyze invitations')
    const counted = await countOpenInvitations(organizationId, key, now)
    const most = { count: 5000, isMore: true }
    expect(counted).toMatchObject({ notOpened: most, opened: most, started: most })
  })
})
