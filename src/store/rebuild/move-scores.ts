import { type CountedScore, foldChanges } from '@/domain/analysis/rollup'
import { hot, withTransaction } from '../connection'
import { applyRollupChanges } from '../score/apply-rollup-changes'
import { type OldScore, toCounted } from '../score/save-scored-responses'
import type { WorkTurn } from '../work/claim-work'
import type { RollupSlice } from './rollup-slices'

const atOnce = 500
const dayOf = `to_char(r.submitted_at at time zone o.time_zone, 'YYYY-MM-DD')::char(10)`
const channelOf = 'coalesce(r.channel, t.channel)'
const places = `responses r
  join touchpoints t on t.organization_id = r.organization_id and t.id = r.touchpoint_id
  join organizations o on o.id = r.organization_id`

const misplaced = `
  select s.response_id as id from scores s
    join (${places}) on r.organization_id = s.organization_id and r.id = s.response_id
   where s.organization_id = $1 and s.survey_id = $2 and s.day >= ($3 || '-01')::char(10) and s.day <= ($3 || '-31')::char(10)
     and (s.day <> ${dayOf} or s.channel <> ${channelOf})
   group by s.response_id order by s.response_id`

/** Responses of a survey's month that are counted on another day, or under another channel, than they would be today. */
const findMisplaced = (organizationId: string, { surveyId, month }: RollupSlice): Promise<string[]> =>
  withTransaction(async (client) => {
    await client.query('set local statement_timeout = 0')
    const { rows } = await hot<{ id: string }>(client, 'rollups.misplaced', misplaced, [organizationId, surveyId, month])
    return rows.map(({ id }) => id)
  })

/** Responses first, scores next, rollups last: as whoever scores them locks. */
const moveSome = (turn: WorkTurn, ids: readonly string[]): Promise<void> =>
  withTransaction(async (client) => {
    const { organizationId, id, attempt } = turn
    await client.query('set local statement_timeout = 0; set local synchronous_commit = off')
    const placed = await client.query<{ id: string; day: string; channel: string }>(
      `select r.id, ${dayOf} as day, ${channelOf} as channel from ${places}
        where r.organization_id = $1 and r.id = any($2::uuid[]) order by r.id for update of r`,
      [organizationId, ids],
    )
    const placeOf = new Map(placed.rows.map((row) => [row.id, row]))
    const scores = await client.query<OldScore & { response_id: string }>(
      'select * from scores where organization_id = $1 and response_id = any($2::uuid[])',
      [organizationId, [...placeOf.keys()]],
    )
    const moves = scores.rows.flatMap((row): { from: CountedScore; to: CountedScore }[] => {
      const [from, place] = [toCounted(row), placeOf.get(row.response_id)]
      return place ? [{ from, to: { ...from, day: place.day, channel: place.channel } }] : []
    })
    await client.query(
      `update scores s set day = new.day, channel = new.channel from unnest($2::uuid[], $3::text[], $4::text[]) as new(id, day, channel)
        where s.organization_id = $1 and s.response_id = new.id`,
      [
        organizationId,
        placed.rows.map((row) => row.id),
        placed.rows.map((row) => row.day),
        placed.rows.map((row) => row.channel),
      ],
    )
    const changes = foldChanges(
      moves.map(({ from }) => from),
      moves.map(({ to }) => to),
    )
    await applyRollupChanges(client, changes)
    await client.query(
      `update rollup_rebuilds set mended = mended + $4 where organization_id = $1 and id = $2 and state = 'running' and attempts = $3`,
      [organizationId, id, attempt, changes.filter(({ n }) => n > 0).length],
    )
  })

/**
 * Counts the scores of a survey's month under the days of the organization's time zone and the channels of touchpoints as these are now.
 * Each part moves scores and rollups together, so that numbers never lack what lists have.
 */
export const moveScores = async (turn: WorkTurn & { signal: AbortSignal }, slice: RollupSlice): Promise<void> => {
  const ids = await findMisplaced(turn.organizationId, slice)
  for (let at = 0; at < ids.length; at += atOnce) {
    turn.signal.throwIfAborted()
    await moveSome(turn, ids.slice(at, at + atOnce))
  }
}
