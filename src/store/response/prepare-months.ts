import { pool, withTransaction } from '../connection'

/** Prepares the partitions of this month and the next two, moving in what came early. Answers how many were new. */
export const prepareResponseMonths = async (): Promise<number> => {
  const { rows } = await pool().query<{ month: string }>(
    `select to_char(date_trunc('month', now() at time zone 'UTC') + n * interval '1 month', 'YYYY-MM-DD') as month from generate_series(0, 2) as n`,
  )
  let made = 0
  // A transaction each: a month's tables are locked only while that month is made.
  for (const { month } of rows) {
    const isMade = await withTransaction(async (client) => {
      // Whoever waits for this lock makes every answer wait behind it: better to give up soon and come round again.
      await client.query(`set local lock_timeout = '2s'`)
      await client.query('set local statement_timeout = 0')
      const result = await client.query<{ made: boolean }>('select prepare_response_month($1::date) as made', [month])
      return result.rows[0]?.made ?? false
    })
    if (isMade) made += 1
  }
  return made
}
