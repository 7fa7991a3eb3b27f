import type { Marks } from '@/domain/delivery/clear-marks'
import { pool } from '../connection'

const where = (marks: Marks): { sql: string; values: unknown[] } => {
  if ('addresses' in marks) return { sql: 'address = any($2)', values: [marks.addresses] }
  if ('since' in marks)
    return { sql: "since >= $2 and since < coalesce($3, now() + interval '1 day')", values: [marks.since, marks.until ?? null] }
  return { sql: 'true', values: [] }
}

/** How many marks that would be; a hundred thousand at most are counted. */
export const countMarks = async (organizationId: string, marks: Marks): Promise<number> => {
  const { sql, values } = where(marks)
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from (select 1 from refused_addresses where organization_id = $1 and ${sql} limit 100000) as marked`,
    [organizationId, ...values],
  )
  return rows[0]?.count ?? 0
}

/** Clears marks. Answers the addresses that had one. */
export const clearMarks = async (organizationId: string, marks: Marks): Promise<string[]> => {
  const { sql, values } = where(marks)
  const { rows } = await pool().query<{ address: string }>(
    `delete from refused_addresses where organization_id = $1 and ${sql} returning address`,
    [organizationId, ...values],
  )
  return rows.map(({ address }) => address)
}

/** Messages to some addresses that weren't sent since these took none; a thousand at most are counted. */
export const countHeldBack = async (organizationId: string, addresses: readonly string[]): Promise<number> => {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from (
       select 1 from deliveries where organization_id = $1 and status = 'suppressed' and lower(recipient) = any($2) limit 1000) as held`,
    [organizationId, addresses],
  )
  return rows[0]?.count ?? 0
}
