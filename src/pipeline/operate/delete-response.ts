import { isUuid } from '@/domain/cursor'
import { type Failure, fail } from '@/domain/errors'
import { publishLive } from '@/store/live/publish-live'
import { type Deleted, type Deletion, isDeadlock, deleteResponse as remove } from '@/store/response/delete-response'
import { isDeletedResponse } from '@/store/response/find-deleted'

const attempts = 3

const removeAgain = async (deletion: Deletion): Promise<Deleted | undefined> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await remove(deletion)
    } catch (error) {
      if (!isDeadlock(error) || attempt === attempts) throw error
    }
  }
}

/**
 * Deletes a response for good, with all that was found in it, and takes back what it was counted with; its cases stay, and say so.
 * `response_deleted` where it was deleted before: its id can't be used again.
 */
export const deleteResponse = async (deletion: Deletion): Promise<Deleted | Failure> => {
  const { organizationId, id } = deletion
  const missing = fail('not_found', 'There is no such response.')
  if (!isUuid(id)) return missing
  const deleted = await removeAgain(deletion)
  if (!deleted)
    return (await isDeletedResponse(organizationId, id)) ? fail('response_deleted', 'The response was deleted before.') : missing
  await publishLive([{ organizationId, type: 'response', id }])
  return deleted
}
