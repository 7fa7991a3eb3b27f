import { type Defined, type Definitions, type MetricDefinition, toDefinitions } from '@/domain/metric/definition'
import { pool } from '../connection'

type Kept = { key: string; version: number; since: Date; definition: MetricDefinition | null }

const now = `
  select m.key, m.version, c.at as since, m.definition
    from metrics m
    join programme_changes c on c.organization_id = m.organization_id and c.kind = 'metrics' and c.key = m.key and c.version = m.version
   where m.organization_id = $1 and m.removed_at is null order by m.created_at, m.key limit 500`

/** Of each metric the last change until then; a definition that is null had been taken away. */
const then = `
  select last.key, last.version, last.at as since, last.after as definition from metrics m
   cross join lateral (
     select c.key, c.version, c.at, c.after from programme_changes c
      where c.organization_id = m.organization_id and c.kind = 'metrics' and c.key = m.key and c.at <= $2
      order by c.version desc limit 1
   ) as last
   where m.organization_id = $1 order by m.created_at, m.key limit 500`

/** What an organization measures by: now, or as it was at a moment. */
export const readDefinitions = async (organizationId: string, asOf?: Date): Promise<Definitions> => {
  const { rows } = asOf ? await pool().query<Kept>(then, [organizationId, asOf]) : await pool().query<Kept>(now, [organizationId])
  return toDefinitions(rows.filter((row): row is Kept & Defined => row.definition !== null))
}
