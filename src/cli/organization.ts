import { findOrganization } from '@/pipeline/operate/find-organization'
import { type Arguments, expectDone, type OptionSpec, text } from './command'

export const organizationOption: Record<string, OptionSpec> = {
  organization: { value: 'KEY', summary: 'which organization; needed where there are several' },
}

/** The organization that a command works on; wrong usage when it can't be told. */
export const organizationOf = async (args: Arguments): Promise<{ id: string; key: string }> =>
  expectDone(await findOrganization(text(args, 'organization')))
