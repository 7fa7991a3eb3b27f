import { pool } from '../connection'

/** The channels that answers came in through, ever. */
export const listChannels = async (organizationId: string): Promise<string[]> => {
  const { rows } = await pool().query<{ channel: string }>(
    `with recursive found as (
       (select channel from rollups where organization_id = $1 order by channel limit 1)
       union all
       select (select r.channel from rollups r where r.organization_id = $1 and r.channel > found.channel order by r.channel limit 1)
         from found where found.channel is not null
     ) select channel from found where channel is not null and channel <> ''`,
    [organizationId],
  )
  return rows.map(({ channel }) => channel)
}
