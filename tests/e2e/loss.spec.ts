import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { adminQuery, databaseUrl } from '~tests/support/admin-query'
import { createChance } from '~tests/support/chance'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { runSession, type Sight } from '~tests/support/loss-session'

// A trace of every step of every session would take longer than the sessions.
test.use({ trace: 'off', screenshot: 'off' })

const sessions = Number(process.env.LOSS_SESSIONS ?? 20)
const seed = Number(process.env.LOSS_SEED ?? 1)
const atOnce = 4
/** of a session, at most */
const steps = sessions > 20 ? 12 : 6
const survey = 'loss'

const definition = {
  touchpoint: 'loss',
  locales: ['en'],
  title: 'Loss',
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', text: 'Recommend?' },
        { key: 'why', kind: 'text', text: 'Why?' },
      ],
    },
    {
      questions: [
        { key: 'speed', kind: 'rating', scale: 5, text: 'Speed?' },
        {
          key: 'what',
          kind: 'single_choice',
          text: 'What?',
          options: [
            { key: 'a', text: 'A' },
            { key: 'b', text: 'B' },
            { key: 'c', text: 'C' },
          ],
        },
      ],
    },
    { questions: [{ key: 'more', kind: 'text', text: 'More?' }] },
  ],
  thanks: [{ text: 'Thank you.' }],
}

const prepare = async ({ url, key }: Earshot): Promise<void> => {
  const put = async (method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api/v1/${path}`, { method, headers, body: JSON.stringify(body ?? {}) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  }
  await put('PUT', 'members/lo@example.com', { name: 'Lo', role: 'owner' })
  await put('PUT', 'journeys/loss', { name: 'Loss', stages: [{ key: 'come', name: 'Come', phase: 'sale' }] })
  const place = { name: 'Loss', journey: 'loss', stage: 'come', channel: 'web', owner: 'lo@example.com' }
  await put('PUT', 'touchpoints/loss', place)
  await put('PUT', `surveys/${survey}`, definition)
  await put('POST', `surveys/${survey}/publish`)
}

type Row = { id: string; status: string; answers: Record<string, unknown>; channel: string }

/** A field that was left empty, or emptied again, is no answer. */
const answerOf = (value: unknown): unknown => (value === '' ? undefined : value)

/** What is wrong with the rows of one session, in words. An answer may have been changed since it was shown as saved, not lost. */
const lossesOf = (sights: readonly Sight[], rows: readonly Row[]): string[] => {
  const losses: string[] = []
  for (const id of new Set(sights.map((sight) => sight.id))) {
    const seen = sights.filter((sight) => sight.id === id)
    const last = seen.findLastIndex(({ isSaved }) => isSaved)
    const saved = seen[last]
    if (!saved) continue
    const row = rows.find((one) => one.id === id)
    if (!row) {
      losses.push(`${id} was shown as saved and isn't there`)
      continue
    }
    if (saved.isCompleted && row.status !== 'completed') losses.push(`${id} was shown as complete and is ${row.status}`)
    for (const key of Object.keys(saved.given)) {
      const possible = seen.slice(last).map(({ given }) => JSON.stringify(answerOf(given[key])))
      if (answerOf(saved.given[key]) !== undefined && !possible.includes(JSON.stringify(row.answers[key])))
        losses.push(
          `${id} ${key}: ${JSON.stringify(row.answers[key])} is stored, shown as saved was one of ${possible.join(', ')}`,
        )
    }
  }
  const known = new Set(sights.map(({ id }) => id))
  return [...losses, ...rows.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} is there and nobody gave it`)]
}

test(`nothing that was shown as saved is lost, nothing is there twice: ${sessions} sessions, seed ${seed}`, async ({
  browser,
}) => {
  test.setTimeout(60_000 + sessions * 15_000)
  const name = `loss_${randomBytes(4).toString('hex')}`
  await adminQuery(`create database ${name}`)
  const earshot = await startEarshot({ databaseUrl: databaseUrl(name) })
  try {
    await prepare(earshot)
    let begun = 0
    const all: Sight[][] = []
    let restart: Promise<void> | undefined
    const work = async (): Promise<void> => {
      for (let index = begun++; index < sessions; index = begun++) {
        const address = `${earshot.url}/s/${survey}?channel=s${index}`
        if (index === Math.floor(sessions / 2)) restart = earshot.kill('web').then(() => earshot.start('web'))
        all[index] = await runSession(browser, address, `earshot.${survey}`, createChance(seed * 100_003 + index), steps)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    await restart
    const client = new pg.Client({ connectionString: databaseUrl(name) })
    await client.connect()
    const { rows } = await client.query<Row>('select id, status, answers, channel from responses')
    await client.end()
    const losses = all.flatMap((sights, index) => {
      const own = rows.filter(({ channel }) => channel === `s${index}`)
      return lossesOf(sights, own).map((loss) => `seed ${seed}, session ${index}: ${loss}`)
    })
    expect(losses).toEqual([])
    const shown = all.flat().filter(({ isSaved }) => isSaved).length
    console.log(
      `${sessions} sessions, seed ${seed}: ${rows.length} responses, ${shown} times something was shown as saved, none lost`,
    )
    // A run in which hardly anything was saved would prove nothing.
    expect(shown).toBeGreaterThan(sessions)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  } finally {
    await earshot.stop()
    await adminQuery(`drop database if exists ${name} with (force)`)
  }
})
