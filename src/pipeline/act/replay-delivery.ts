import { type Failure, isFailure } from '@/domain/errors'
import { enqueue } from '@/queue/producer'
import { makeDue } from '@/store/delivery/replay-delivery'

/** A person has a dead message tried again, now. */
export const replayDelivery = async (organizationId: string, id: string): Promise<{ id: string } | Failure> => {
  const due = await makeDue(organizationId, id)
  if (isFailure(due)) return due
  await enqueue(due.isOfTarget ? 'deliver-to-target' : 'deliver-message', [{ organizationId, id, attempt: due.attempt }])
  return { id }
}
