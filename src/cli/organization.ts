import { isFailure } from '@/domain/errors'
import { findOrganization } from '@/pipeline/operate/find-organization'
import { type Arguments, type OptionSpec, text, UsageError } from './command'

export const organizationOption: Record<string, OptionSpec> = {
  organization: { value: 'KEY', summary: 'which organization; needed where there are several' },
}

/** The organization that a command works on; wrong usage when it can't be told. */
export const organizationOf = async (args: Arguments): Promise<{ id: string; key: string }> => {
  const found = await findOrganization(text(args, 'organization'))
  if (isFailure(found)) throw new UsageError(found.detail ?? found.error)
  return found
}
