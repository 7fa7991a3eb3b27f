import { pool } from '../connection'

/** The names of the organization's tags that stand on any response, in order. */
export const listTags = async (organizationId: string, limit: number): Promise<string[]> => {
  const { rows } = await pool().query<{ name: string }>(
    `select t.name from tags t
      where t.organization_id = $1
        and exists (select 1 from response_tags rt where rt.organization_id = t.organization_id and rt.tag_id = t.id)
      order by t.folded limit $2`,
    [organizationId, limit],
  )
  return rows.map(({ name }) => name)
}
