import { createApiKey } from '@/pipeline/operate/create-api-key'
import { type Command, expectDone, requiredText, say } from '../command'
import { organizationOf, organizationOption } from '../organization'

export const createApiKeyCommand: Command = {
  name: 'api-key create',
  summary: 'Make a key for machines; prints the key alone, once',
  options: {
    name: { value: 'N', summary: 'what the key is for', isRequired: true },
    role: { value: 'R', summary: 'admin, manager, analyst, owner or viewer', isRequired: true },
    ...organizationOption,
  },
  run: async (args) => {
    const { id } = await organizationOf(args)
    const { key } = expectDone(await createApiKey(id, requiredText(args, 'name'), requiredText(args, 'role')))
    say(key)
    return 0
  },
}
