import { Redis } from 'ioredis'
import { countRollupDrift } from '@/pipeline/operate/rebuild-rollups'
import { type Chance, createChance } from './chance'
import { inLanes, putAnswer } from './crowd'
import type { Earshot } from './earshot'
import type { PostgresServer } from './postgres-server'
import type { RedisServer } from './redis-server'
import { countOf, newId, rowsOf } from './shop'
import type { SmtpSink } from './smtp-sink'
import { answers, hangs, type Say, type TargetServer } from './target-server'
import { until } from './until'

export type Stage = {
  earshot: Earshot
  postgres: PostgresServer
  redis: RedisServer
  sink: SmtpSink
  /** webhooks that are told of alerts and of cases that are opened */
  hooks: readonly TargetServer[]
  /** where redirects lead: nobody may come */
  elsewhere: TargetServer
}

type Heard = { id: string; nps: number }
/** what becomes of an answer: its alerts, its mails */
const calledFor = (nps: number) =>
  nps <= 1 ? { alerts: 2, mails: 3 } : nps <= 6 ? { alerts: 1, mails: 1 } : { alerts: 0, mails: 0 }

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The database may be away at this moment; whoever looks, looks again. */
const whileAway = <T>(ask: () => Promise<T>): Promise<T | undefined> => ask().catch(() => undefined)

/** Time passes: nobody holds any longer what a dead worker was sending. */
const endLeases = () => rowsOf(`update deliveries set lease_until = now() - interval '1 second' where status = 'sending'`)

const killWorker = async ({ earshot }: Stage, chance: Chance): Promise<void> => {
  await earshot.kill('worker')
  await endLeases()
  await wait(chance.below(300))
  await earshot.start('worker')
}

const misbehave = ({ hooks, elsewhere }: Stage, chance: Chance, bad: Say): void => {
  const hook = chance.pick(hooks as [TargetServer, ...TargetServer[]])
  let left = 1 + chance.below(2)
  hook.say = (response, got) => {
    left -= 1
    if (left < 0) answers(204)(response, got)
    else if (bad === redirects) answers(307, '', { location: elsewhere.url })(response, got)
    else bad(response, got)
  }
}
const redirects: Say = () => {}

const disturbances: Record<string, (stage: Stage, chance: Chance) => Promise<void> | void> = {
  'worker killed': killWorker,
  'worker killed again': killWorker,
  'redis emptied': async ({ redis }) => {
    const client = new Redis(redis.url)
    await client.flushall()
    client.disconnect()
  },
  'database crashed': async ({ postgres }, chance) => {
    await postgres.crash()
    await wait(chance.below(400))
    await postgres.start()
  },
  'mail server drops': ({ sink }, chance) => {
    sink.drops = 1 + chance.below(3)
  },
  'webhook fails': (stage, chance) => misbehave(stage, chance, answers(500)),
  'webhook hangs': (stage, chance) => misbehave(stage, chance, hangs),
  'webhook redirects': (stage, chance) => misbehave(stage, chance, redirects),
}

/** Everything works again, and the waits before next attempts are over; nothing else is done for anybody. */
const settle = async (stage: Stage, ids: readonly string[], chance: Chance): Promise<void> => {
  stage.sink.drops = 0
  for (const hook of stage.hooks) {
    hook.say = answers(204)
    hook.dropAll()
  }
  await killWorker(stage, chance)
  await until(
    () =>
      whileAway(async () => {
        await rowsOf(`update deliveries set next_attempt_at = now() - interval '1 second' where status = 'retrying'`)
        const owed = await countOf(
          `(select 1 from responses where id = any($1) and (scored_revision < revision or evaluated_revision < scored_revision)
            union all select 1 from deliveries where status not in ('sent', 'dead')) as owed`,
          [ids],
        )
        return owed === 0
      }),
    'everything to be scored, judged and told',
    60_000,
  )
}

export type Standing = {
  nps: number
  alerts: number
  cases: number
  mails: number
  told: number
  unsent: number
  deliveries: string[]
}

const standingOf = (ids: readonly string[]): Promise<Standing[]> =>
  rowsOf<Standing>(
    `select (r.answers ->> 'nps')::int as nps,
            (select count(*)::int from alerts a where a.response_id = r.id) as alerts,
            (select count(*)::int from case_responses c where c.response_id = r.id) as cases,
            count(d.id) filter (where d.channel = 'email')::int as mails, count(d.id) filter (where d.channel = 'webhook')::int as told,
            count(d.id) filter (where d.status <> 'sent')::int as unsent,
            coalesce(array_agg(d.id) filter (where d.id is not null), '{}') as deliveries
       from responses r
       left join deliveries d on d.organization_id = r.organization_id and (d.response_id = r.id or d.case_id in (
              select c.case_id from case_responses c where c.organization_id = r.organization_id and c.response_id = r.id))
      where r.id = any($1) group by r.organization_id, r.id`,
    [ids],
  )

/** What is wrong with how a run ended, in words; nothing when it is as it should be. */
const judge = (stage: Stage, sent: readonly Heard[], standings: readonly Standing[], interruptions: number): string[] => {
  const wrong: string[] = []
  if (standings.length !== sent.length) wrong.push(`${sent.length - standings.length} accepted answers are lost`)
  for (const { nps, alerts, cases, mails, told, unsent, deliveries } of standings) {
    const wanted = calledFor(nps)
    const opened = wanted.alerts > 0 ? 1 : 0
    const messages = stage.hooks.length * (wanted.alerts + opened)
    const is = `${alerts} alerts, ${cases} cases, ${mails} mails, ${told} told, ${unsent} unsent`
    const should = `${wanted.alerts} alerts, ${opened} cases, ${wanted.mails} mails, ${messages} told, 0 unsent`
    if (is !== should) wrong.push(`an answer of ${nps} has ${is} instead of ${should}`)
    for (const id of deliveries) {
      const copies = stage.sink.mails.filter(({ messageId }) => messageId?.startsWith(`<${id}@`))
      const posts = stage.hooks.flatMap(({ got }) => got).filter(({ headers }) => headers['webhook-id'] === id)
      if (copies.length + posts.length === 0) wrong.push(`delivery ${id} came nowhere`)
      // Whoever isn't told that it was taken sends again, under the same id; and so does who died before the note of it.
      const spare = copies.filter(({ isAnswered }) => isAnswered).length - 1
      if (spare > interruptions) wrong.push(`mail ${id} came ${spare} times too often`)
    }
  }
  const spare = stage.sink.mails.length - new Set(stage.sink.mails.map(({ messageId }) => messageId)).size
  const dropped = stage.sink.mails.filter(({ isAnswered }) => !isAnswered).length
  if (spare > dropped + interruptions * 8) wrong.push(`${spare} mails came again after ${interruptions} interruptions`)
  if (stage.elsewhere.got.length > 0) wrong.push('a redirect was followed')
  return wrong
}

/**
 * Sends answers while worker, Redis, database, mail server and webhooks fail in an order and at moments that follow from the seed, then
 * lets everything work again. Answers what is wrong in the end.
 */
export const runChaos = async (
  stage: Stage,
  organizationId: string,
  seed: number,
): Promise<{ wrong: string[]; story: string }> => {
  const chance = createChance(seed)
  const sent: Heard[] = Array.from({ length: 40 }, () => ({ id: newId(), nps: chance.pick([1, 3, 3, 5, 9]) }))
  const plan = Object.keys(disturbances)
    .map((name) => ({ name, at: 0.05 + 0.9 * chance.share() }))
    .sort((a, b) => a.at - b.at)
  stage.sink.mails.length = 0
  for (const hook of stage.hooks) hook.got.length = 0
  let taken = 0
  const sending = inLanes(sent, 4, async ({ id, nps }) => {
    await wait(chance.below(120))
    await until(async () => ((await putAnswer(stage.earshot.url, id, nps)) ?? 500) < 300, 'an answer to be taken', 60_000)
    taken += 1
  })
  for (const { name, at } of plan) {
    await until(() => taken >= at * sent.length, 'answers to be taken', 60_000)
    await disturbances[name]?.(stage, chance)
  }
  await sending
  const ended = (['web', 'worker'] as const).filter((part) => !stage.earshot.isRunning(part))
  const ids = sent.map(({ id }) => id)
  await settle(stage, ids, chance)
  const wrong = judge(stage, sent, await standingOf(ids), 4)
  wrong.push(...ended.map((part) => `the ${part} process has ended by itself`))
  const drift = await countRollupDrift(organizationId)
  if (drift > 0) wrong.push(`${drift} rollups differ from their recount`)
  return { wrong, story: plan.map(({ name, at }) => `${name} (${Math.round(100 * at)} %)`).join(', ') }
}
