import { beforeAll, describe, expect, test } from 'vitest'
import { attackPerSecond, isUnderAttack } from '@/collect/limits'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { sweepDeviceMarks } from '@/pipeline/operate/sweep-listening'
import { solve } from '@/widget/runtime/proof'
import { put } from '~tests/support/door'
import { invitationOf, invite } from '~tests/support/invited'
import { countOf, judge, newId, openShop, rowsOf } from '~tests/support/shop'
import { openPage, pressPage } from '../collect/visitor'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
  const pages = [{ questions: [{ key: 'nps', kind: 'nps', text: 'Us?' }] }]
  const secret = { touchpoint: 'delivery', title: 'Secret', anonymous: true, pages }
  const applied = await applyProgramme(organizationId, { surveys: { secret } })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
})

const qualityOf = async (id: string | null | undefined): Promise<string[] | undefined> =>
  (await rowsOf<{ quality: string[] }>('select quality from responses where id = $1', [id]))[0]?.quality

describe('a robot that fills in every field', () => {
  test('is kept, flagged, and alerts nobody', async () => {
    const page = await openPage('/s/delivery')
    expect(page.html).toMatch(/<div class="pot" aria-hidden="true">.*name="_website".*tabindex="-1"/)
    const sent = await pressPage('/s/delivery', page, { nps: '0', _website: 'http://spam.example' })
    expect(sent.status).toBe(200)
    const id = page.form?.get('_id') ?? ''
    expect(await qualityOf(id)).toContain('honeypot')
    await judge(organizationId, id)
    expect(await countOf('alerts where response_id = $1', [id])).toBe(0)
  })

  test('stays flagged when it comes again without', async () => {
    const page = await openPage('/s/delivery')
    const later = new Date(Date.now() - 60_000).toISOString()
    await pressPage('/s/delivery', page, { nps: '0', _website: 'x', _started: later })
    const id = page.form?.get('_id') ?? ''
    await put(id, { survey: 'delivery', answers: { nps: 1 }, completed: true, revision: 5 })
    expect(await qualityOf(id)).toEqual(['honeypot'])
    await judge(organizationId, id)
    expect(await countOf('alerts where response_id = $1', [id])).toBe(0)
  })
})

test('what is faster than a person is flagged, and alerts all the same', async () => {
  const id = newId()
  const startedAt = new Date().toISOString()
  const answers = { nps: 0, speed: 1, reason: 'x' }
  expect((await put(id, { survey: 'delivery', answers, completed: true, startedAt })).status).toBe(201)
  expect(await qualityOf(id)).toEqual(['too_fast'])
  await judge(organizationId, id)
  expect(await countOf('alerts where response_id = $1', [id])).toBe(2)
})

describe('a device that answers an anonymous survey again', () => {
  const from = (address: string, agent = 'Browser') => ({ address, headers: { 'user-agent': agent } })
  const say = async (where: ReturnType<typeof from>, id = newId(), revision = 1) => {
    expect((await put(id, { survey: 'secret', answers: { nps: 5 }, completed: true, revision }, where)).status).toBeLessThan(300)
    return id
  }

  test('is flagged, not refused; who sends the same answer again is not', async () => {
    const first = await say(from('203.0.113.1'))
    await say(from('203.0.113.1'), first)
    await say(from('203.0.113.1'), first, 2)
    expect(await qualityOf(first)).toEqual([])
    expect(await qualityOf(await say(from('203.0.113.1')))).toEqual(['duplicate'])
    expect(await qualityOf(await say(from('203.0.113.1', 'Another browser')))).toEqual([])
    expect(await qualityOf(await say(from('203.0.113.2')))).toEqual([])
  })

  test('is nowhere to be found, and forgotten after two days', async () => {
    await say(from('203.0.113.77', 'Rare browser'))
    const marks = JSON.stringify(await rowsOf('select to_jsonb(d) as row from device_marks d'))
    expect(marks).not.toContain('203.0.113')
    expect(marks).not.toContain('Rare')
    await rowsOf(`update device_marks set at = now() - interval '49 hours'`)
    expect(await sweepDeviceMarks()).toBeGreaterThan(0)
    expect(await countOf('device_marks')).toBe(0)
  })

  test('is no matter in other surveys', async () => {
    const ids = [newId(), newId()]
    for (const id of ids) await put(id, { survey: 'loyalty', answers: { nps: 5 }, completed: true }, from('203.0.113.9'))
    expect(await Promise.all(ids.map(qualityOf))).toEqual([[], []])
  })
})

describe('a survey under attack', () => {
  const attack = () => {
    for (let count = 0; count <= attackPerSecond * 10; count++) isUnderAttack('store', new Date())
  }
  const body = { survey: 'store', answers: { nps: 3 }, completed: true }

  test('asks for work, once a response, and then takes it', async () => {
    attack()
    const id = newId()
    const asked = await put(id, body)
    expect(asked).toMatchObject({ status: 429, body: { challenge: expect.any(String), difficulty: expect.any(Number) } })
    expect(await countOf('responses where id = $1', [id])).toBe(0)
    const { challenge, difficulty } = asked.body as { challenge: string; difficulty: number }
    const proof = { challenge, nonce: await solve(challenge, difficulty) }
    expect((await put(newId(), { ...body, proof })).status).toBe(429)
    expect((await put(id, { ...body, proof: { challenge, nonce: 'x' } })).status).toBe(429)
    expect((await put(id, { ...body, completed: false, proof })).status).toBe(201)
    expect((await put(id, { ...body, revision: 2, proof })).status).toBe(200)
  })

  test('lets who was invited in, and other surveys alone', async () => {
    attack()
    const made = await invite(organizationId, 'store', 'known')
    const { responseId } = await invitationOf(made)
    expect((await put(responseId ?? '', { ...body, invitationToken: made.token })).status).toBe(201)
    expect((await put(newId(), { ...body, survey: 'loyalty' })).status).toBe(201)
  })

  test('tells who has no script the truth, with their answers in the form', async () => {
    const page = await openPage('/s/store')
    attack()
    const told = await pressPage('/s/store', page, { nps: '7' })
    expect(told.status).toBe(429)
    expect(told.form?.get('nps')).toBe('7')
    expect(told.headers.get('retry-after')).toBeTruthy()
  })
})
