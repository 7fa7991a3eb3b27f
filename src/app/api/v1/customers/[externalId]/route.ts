import { fail, isFailure } from '@/domain/errors'
import { getCustomerRecord } from '@/pipeline/analyze/get-customer'
import { putCustomer } from '@/pipeline/listen/put-customer'
import { machineBodyRoute, machineRoute } from '../../../_machine/route'

export const GET = machineRoute('customers.read', async ({ caller, params }) => {
  const found = await getCustomerRecord(caller.organizationId, params.externalId ?? '')
  return found ? { body: found } : fail('not_found', 'There is no such customer.')
})

/** Everything that is known of a customer; what the body doesn't say is taken away. */
export const PUT = machineBodyRoute('customers.write', async ({ caller, params, body }) => {
  const saved = await putCustomer(caller.organizationId, params.externalId ?? '', body)
  if (isFailure(saved)) return saved
  return { status: saved.isNew ? 201 : 200, body: saved.stored }
})
