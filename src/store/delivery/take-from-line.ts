import { hot, hotPool } from '../connection'
import { type LoadedTarget, openTarget, type StoredTarget, targetJson } from '../target/loaded-target'
import { type ClaimedDelivery, claiming, deliveryColumns, isDue } from './claim-delivery'

/** A webhook's or a chat's message, with where it goes. */
export type TargetDelivery = ClaimedDelivery & { targetId: string; target: LoadedTarget }

/** The same as a row has it. */
export type TargetRow = ClaimedDelivery & { targetId: string; target: StoredTarget }

export const openDelivery = ({ target, ...row }: TargetRow): TargetDelivery => ({
  ...row,
  target: openTarget(row.organizationId, row.targetId, target),
})

const stands = `status in ('pending', 'sending', 'retrying')`

/** What stands in a target's line is sent when everything before it has been settled. */
const isNext = `(not d.holds_line or not exists (select 1 from deliveries e
  where e.organization_id = d.organization_id and e.target_id = d.target_id and e.holds_line and e.${stands} and e.id < d.id))`

const joined = (from: string, where: string) =>
  `select ${deliveryColumns
    .split(',')
    .map((column) => `d.${column.trim()}`)
    .join(', ')}, ${targetJson} as target
     from ${from} d join targets t on t.organization_id = d.organization_id and t.id = d.target_id where ${where}`

/**
 * The first of a target's line but one, taken if it is due. As parts of a statement: `$1` is the organization, `mine` what was taken,
 * `target` and `but` are terms of SQL.
 */
export const takingFirst = (target: string, but: string) => `
  mine as (
    update deliveries set ${claiming}
     where organization_id = $1 and ${isDue}
       and id = (select e.id from deliveries e where e.organization_id = $1 and e.target_id = ${target} and e.holds_line and e.${stands}
                    and e.id is distinct from ${but} order by e.id limit 1)
    returning *)`

/** What `takingFirst` has taken, as a row. */
export const taken = joined('mine', 'true')

/** `isMine`: it is to be sent now; otherwise it waits in its line and is to be written, so that the line needn't wait for that */
export type Met = { delivery: TargetDelivery; isMine: boolean }

/**
 * Takes a webhook's or a chat's message for sending, so that nobody else does. One that stands behind others in its line, and whose
 * words nobody has written, is answered untaken; undefined where there is nothing to do.
 */
export const takeFromLine = async (organizationId: string, id: string): Promise<Met | undefined> => {
  const { rows } = await hot<TargetRow & { isMine: boolean }>(
    hotPool(),
    'line.take',
    `with mine as (
       update deliveries d set ${claiming}
        where organization_id = $1 and id = $2 and target_id is not null and ${isDue} and ${isNext} returning *)
     select *, true as "isMine" from (${taken}) as it
     union all
     select *, false from (${joined(
       'deliveries',
       `d.organization_id = $1 and d.id = $2 and d.status = 'pending' and d.attempts = 0 and d.text is null and not exists (select 1 from mine)`,
     )}) as it`,
    [organizationId, id],
  )
  const [row] = rows
  if (!row) return undefined
  const { isMine, ...delivery } = row
  return { delivery: openDelivery(delivery), isMine }
}

/** Takes the first that waits in a target's line, if it is due. */
export const takeFirstInLine = async (organizationId: string, targetId: string): Promise<TargetDelivery | undefined> => {
  const { rows } = await hot<TargetRow>(hotPool(), 'line.first', `with ${takingFirst('$2::uuid', 'null')} ${taken}`, [
    organizationId,
    targetId,
  ])
  return rows[0] && openDelivery(rows[0])
}
