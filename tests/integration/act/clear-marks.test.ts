import { describe, expect, test, vi } from 'vitest'
import { clearBouncesCommand } from '@/cli/commands/clear-bounces'
import { parseArguments } from '@/cli/parse'
import { countAllRefused, countRefused, findRefused } from '@/pipeline/act/find-refused'
import { clearMany, keyOf, marks, olga, openBounceDoor, sendOne, shopOf } from '~tests/support/bounce-door'
import { rowsOf } from '~tests/support/shop'

openBounceDoor()

describe('marks are cleared many at once', () => {
  const mark = (address: string, since = new Date()) =>
    rowsOf('insert into refused_addresses (organization_id, address, since, reason) values ($1, $2, $3, $4)', [
      ...[shopOf().organizationId, address, since],
      'no',
    ])
  const addresses = async () => (await marks()).map(({ address }) => address)

  test('those that are named, those of a time, or all of them, which must be said; what they hold back is counted', async () => {
    const { id } = await sendOne()
    await rowsOf(`update deliveries set status = 'suppressed' where id = $1`, [id])
    await mark(olga)
    await mark('old@home.example', new Date('2026-01-01T00:00:00Z'))
    await mark('new@home.example')
    const held = await rowsOf(
      `select 1 from deliveries where organization_id = $1 and status = 'suppressed' and recipient = $2`,
      [...[shopOf().organizationId, olga]],
    )
    expect(await clearMany({ addresses: [olga, 'stranger@home.example'] })).toEqual({
      ...{ status: 200, body: { cleared: 1, waiting: held.length } },
    })
    expect(await clearMany({ since: '2025-12-31T00:00:00Z', until: '2026-01-02T00:00:00Z' })).toMatchObject({
      body: { cleared: 1 },
    })
    expect(await addresses()).toEqual(['new@home.example'])
    for (const body of [{}, { all: false }, { addresses: [] }, { all: true, addresses: [olga] }])
      expect(await clearMany(body)).toMatchObject({ status: 422 })
    expect((await clearMany({ all: true }, await keyOf(shopOf().organizationId, 'analyst'))).status).toBe(403)
    expect(await addresses()).toEqual(['new@home.example'])
    expect(await clearMany({ all: true })).toMatchObject({ body: { cleared: 1 } })
    expect(await addresses()).toEqual([])
  })

  test('the list pages through them, the newest first, with whose each is', async () => {
    await mark(olga)
    await mark('old@home.example', new Date('2026-01-01T00:00:00Z'))
    const first = await findRefused(shopOf().organizationId, { limit: 1 })
    expect(first.items).toMatchObject([{ address: olga, member: { name: 'Olga Owner' }, customer: null }])
    const second = await findRefused(shopOf().organizationId, { limit: 1, cursor: first.nextCursor })
    expect(second).toMatchObject({ items: [{ address: 'old@home.example', member: null }], nextCursor: null })
  })

  test('how many that would be is told before, of all or of those named; what was marked since the page was shown isn’t cleared with all', async () => {
    await mark(olga)
    await mark('old@home.example', new Date('2026-01-01T00:00:00Z'))
    const count = async (input: unknown) => countRefused(shopOf().organizationId, input)
    expect(await countAllRefused(shopOf().organizationId)).toBe(2)
    expect(await count({ all: true })).toMatchObject({ count: 2 })
    expect(await count({ addresses: ['Old@Home.example', 'who@ever.example'] })).toMatchObject({ count: 1 })
    expect(await count({ since: '2026-01-02T00:00:00Z' })).toMatchObject({ count: 1 })
    expect(await count({ some: true })).toMatchObject({ error: 'invalid' })
    expect(await count({ since: 'yesterday' })).toMatchObject({ detail: expect.stringContaining('must be an instant') })
    const shownAt = new Date(Date.now() + 1)
    await mark('late@home.example', new Date(shownAt.getTime() + 1))
    expect(await clearMany({ since: '1970-01-01T00:00:00Z', until: shownAt.toISOString() })).toMatchObject({
      body: { cleared: 2 },
    })
    expect(await addresses()).toEqual(['late@home.example'])
  })

  test('the operator’s command says how many, clears none of them without --yes, and refuses what names none or twice', async () => {
    await mark(olga)
    await mark('old@home.example', new Date('2026-01-01T00:00:00Z'))
    const [{ key } = { key: '' }] = await rowsOf<{ key: string }>('select key from organizations where id = $1', [
      shopOf().organizationId,
    ])
    const clear = async (...words: string[]): Promise<string> => {
      const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
      try {
        await clearBouncesCommand.run(parseArguments(clearBouncesCommand, [...words, '--organization', key]))
        return said.mock.calls.map(([line]) => String(line).trim()).join(' ')
      } finally {
        said.mockRestore()
      }
    }
    expect(await clear('--all')).toContain('2 marks would be cleared, for good. Nothing was')
    expect(await addresses()).toHaveLength(2)
    expect(await clear('--address', `${olga}, who@ever.example`, '--yes')).toMatch(/^1 mark cleared; \d+ messages? to them/)
    expect(await addresses()).toEqual(['old@home.example'])
    for (const words of [
      [],
      ['--all', '--address', olga],
      ['--until', '2026-01-02T00:00:00Z', '--all'],
      ['--since', 'yesterday'],
    ])
      await expect(clear(...words, '--yes')).rejects.toThrow()
    expect(await addresses()).toEqual(['old@home.example'])
    expect(await clear('--since', '2025-12-31T00:00:00Z', '--until', '2026-01-02T00:00:00Z', '--yes')).toContain('1 mark cleared')
    expect(await addresses()).toEqual([])
  })
})
