import { fail, isFailure } from '@/domain/errors'
import { getResponse, toldResponse } from '@/pipeline/analyze/get-response'
import { deleteResponse } from '@/pipeline/operate/delete-response'
import { machineRoute } from '../../../_machine/route'
import { tellContact } from '../../../_machine/tell-contact'

export const GET = machineRoute('responses.read', async ({ caller, params }) => {
  const found = await getResponse(caller.organizationId, params.id ?? '')
  if (!found) return fail('not_found', 'There is no such response.')
  return { body: tellContact(caller.role, toldResponse(found)) }
})

/** For good: what it was counted with is taken back, and its id can't be used again. */
export const DELETE = machineRoute('responses.delete', async ({ caller, params }) => {
  const deleted = await deleteResponse({ organizationId: caller.organizationId, id: params.id ?? '', by: caller.by })
  return isFailure(deleted) ? deleted : { body: deleted }
})
