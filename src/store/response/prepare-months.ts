import { pool } from '../connection'

/** Prepares the partitions of this month and the next two, moving in what came early. Answers how many were new. */
export const prepareResponseMonths = async (): Promise<number> => {
  const { rows } = await pool().query<{ month: string }>(
    `select to_char(date_trunc('month', now() at time zone 'UTC') + n * interval '1 month', 'YYYY-MM-DD') as month from generate_series(0, 2) as n`,
  )
  let made = 0
  // A transaction each: a month's tables are locked only while that month is made.
  for (const { month } of rows) {
    const result = await pool().query<{ made: boolean }>('select prepare_response_month($1::date) as made', [month])
    if (result.rows[0]?.made) made += 1
  }
  return made
}
