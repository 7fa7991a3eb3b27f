import { hear, rowsOf } from './shop'

export type DeliveryState = {
  id: string
  status: string
  mode: string | null
  attempts: number
  next_attempt_at: Date | null
  last_error: string | null
  subject: string | null
  text: string | null
  html: string | null
  sent_at: Date | null
}

/** A message that is due: what a bad answer at the delivery touchpoint calls forth. */
export const makeDelivery = async (
  organizationId: string,
  reason = 'The box was broken',
): Promise<{ id: string; responseId: string }> => {
  const responseId = await hear(organizationId, 'delivery', { nps: 4, reason })
  const [row] = await rowsOf<{ id: string }>('select id from deliveries where response_id = $1', [responseId])
  if (!row) throw new Error('no delivery was written')
  return { id: row.id, responseId }
}

export const deliveryOf = async (id: string): Promise<DeliveryState> => {
  const [row] = await rowsOf<DeliveryState>('select * from deliveries where id = $1', [id])
  if (!row) throw new Error(`delivery ${id} is gone`)
  return row
}

export const attemptsOf = (id: string) =>
  rowsOf<{ number: number; error: string | null }>(
    'select number, error from delivery_attempts where delivery_id = $1 order by number',
    [id],
  )

/** Lets the wait before the next attempt be over. */
export const makeDue = (id: string) =>
  rowsOf(`update deliveries set next_attempt_at = now() - interval '1 second' where id = $1`, [id])
