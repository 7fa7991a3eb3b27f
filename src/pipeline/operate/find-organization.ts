import { type Failure, fail } from '@/domain/errors'
import { findOrganizations, type OrganizationRow } from '@/store/organization/find-organizations'

/** The organization with this key, or, without a key, the only one there is. */
export const findOrganization = async (key: string | undefined): Promise<OrganizationRow | Failure> => {
  const all = await findOrganizations()
  const keys = all.map((one) => one.key).join(', ')
  if (key !== undefined)
    return (
      all.find((one) => one.key === key) ?? fail('not_found', `There is no organization ${key}; there are: ${keys || 'none'}.`)
    )
  const [first, second] = all
  if (!first) return fail('not_found', 'There is no organization yet: run bootstrap.')
  return second ? fail('invalid', `There are several organizations; name one with --organization: ${keys}.`) : first
}
