import { deliverToTarget } from '@/pipeline/act/deliver-to-target'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { findDueTargetDeliveries } from '@/store/delivery/find-due'
import { rowsOf } from './shop'

export type SentRow = {
  id: string
  key: string
  kind: string
  event: string | null
  status: string
  mode: string | null
  attempts: number
  recipient: string
  last_error: string | null
  next_attempt_at: Date | null
  holds_line: boolean
  text: string | null
}

/** An organization's deliveries to webhooks and chats, in the order in which they were written. */
export const sentTo = (organizationId: string, to: string): Promise<SentRow[]> =>
  rowsOf<SentRow>('select * from deliveries where organization_id = $1 and recipient = $2 order by id', [organizationId, to])

export const apply = async (organizationId: string, programme: object): Promise<void> => {
  const applied = await applyProgramme(organizationId, programme)
  if ('error' in applied) throw new Error(JSON.stringify(applied))
}

/** Works off what is due, as the worker's sweep does, until nothing is. */
export const workOff = async (): Promise<void> => {
  for (let round = 0; round < 200; round++) {
    const due = await findDueTargetDeliveries(100)
    if (due.length === 0) return
    await Promise.all(due.map((one) => deliverToTarget(one)))
  }
  throw new Error('there was no end to what is due')
}

/** Lets every wait before a next attempt be over. */
export const makeAllDue = (to: string) =>
  rowsOf(
    `update deliveries set next_attempt_at = now() - interval '1 second' where recipient = $1 and status in ('pending', 'retrying')`,
    [to],
  )
