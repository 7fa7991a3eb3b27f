import { pool } from '../connection'

export type CauseCount = { rootCause: string; touchpoint: string; count: number; fixed: number }

/** Cases that were resolved since then, by root cause and touchpoint; `fixed`: those that the customer said are mended. */
export const countRootCauses = async (organizationId: string, since: Date): Promise<CauseCount[]> => {
  const { rows } = await pool().query<CauseCount>(
    `select k.root_cause as "rootCause", t.key as touchpoint, count(*)::int as count, count(*) filter (where k.is_fixed)::int as fixed
       from cases k join touchpoints t on t.organization_id = k.organization_id and t.id = k.touchpoint_id
      where k.organization_id = $1 and k.resolved_at >= $2 and k.root_cause is not null
      group by 1, 2 order by 3 desc limit 500`,
    [organizationId, since],
  )
  return rows
}
