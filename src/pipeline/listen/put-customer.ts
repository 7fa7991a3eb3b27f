import { customerBodySchema, externalIdSchema } from '@/domain/customer/schema'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { putCustomer as store } from '@/store/customer/put-customer'

/** Sets a customer to what the body says; `isNew` where there was none of that external id. */
export const putCustomer = async (
  organizationId: string,
  externalId: string,
  body: unknown,
): Promise<Awaited<ReturnType<typeof store>> | Failure> => {
  const name = parse(externalIdSchema, externalId)
  if ('errors' in name)
    return fail(
      'invalid',
      'The external id can’t be used.',
      name.errors.map(({ message }) => ({ path: 'externalId', message })),
    )
  const parsed = parse(customerBodySchema, body)
  if ('errors' in parsed) return fail('invalid', 'The body can’t be used.', parsed.errors)
  return store(organizationId, name.value, parsed.value)
}
