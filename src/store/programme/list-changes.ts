import { pool } from '../connection'

/** One change of one object. `before` is null where it was made, `after` where it was taken away. */
export type ProgrammeChange = {
  id: string
  applyId: string
  version: number
  before: unknown
  after: unknown
  /** a member's email, api:NAME, cli or system */
  by: string
  /** the member's name, as they are called now */
  byName: string | null
  at: Date
}

export const listChanges = async (
  organizationId: string,
  about: { kind: string; key: string; limit: number },
): Promise<ProgrammeChange[]> => {
  const { rows } = await pool().query<ProgrammeChange>(
    `select c.id, c.apply_id as "applyId", c.version, c.before, c.after, c.by, c.at,
            (select m.name from members m join users u on u.id = m.user_id
              where m.organization_id = c.organization_id and u.email = c.by) as "byName"
       from programme_changes c
      where c.organization_id = $1 and c.kind = $2 and c.key = $3
      order by c.version desc limit $4`,
    [organizationId, about.kind, about.key, about.limit],
  )
  return rows
}
