import { pool, withTransaction } from '../connection'

const histogram = Array.from({ length: 11 }, (_, value) => value)

/** The recount: every rollup as its scores say it should be. */
const recount = `
  select organization_id, metric, survey_id, touchpoint_id, day, channel, min(kind) as kind, count(*)::int as n,
         (count(*) filter (where category in ('detractor', 'dissatisfied', 'negative')))::int as low,
         (count(*) filter (where category in ('passive', 'neutral')))::int as middle,
         (count(*) filter (where category in ('promoter', 'satisfied', 'positive')))::int as high,
         sum(value) as sum, sum(value * value) as sum_squares,
         ${histogram.map((value) => `(count(*) filter (where value = ${value}))::int as c${value}`).join(', ')}
    from scores where organization_id = $1
   group by organization_id, metric, survey_id, touchpoint_id, day, channel`

const columns = `organization_id, metric, survey_id, touchpoint_id, day, channel, kind, n, low, middle, high, sum, sum_squares, ${histogram.map((value) => `c${value}`).join(', ')}`

/** Replaces an organization's rollups by their recount; scoring waits meanwhile. Answers how many there are. */
export const rebuildRollups = (organizationId: string): Promise<number> =>
  withTransaction(async (client) => {
    await client.query('set local statement_timeout = 0')
    await client.query('lock table scores in share mode')
    await client.query('delete from rollups where organization_id = $1', [organizationId])
    const made = await client.query(`insert into rollups (${columns}) ${recount}`, [organizationId])
    return made.rowCount ?? 0
  })

/**
 * How many of an organization's rollups differ from their recount; a rollup that has come down to nothing equals one
 * that isn't there.
 */
export const countRollupDrift = async (organizationId: string): Promise<number> => {
  const { rows } = await pool().query<{ drift: number }>(
    `with recounted as (${recount}), kept as (select ${columns} from rollups where organization_id = $1 and n <> 0)
     select count(*)::int as drift from ((table recounted except table kept) union all (table kept except table recounted)) as different`,
    [organizationId],
  )
  return rows[0]?.drift ?? 0
}
