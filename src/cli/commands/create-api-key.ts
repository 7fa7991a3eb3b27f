import { createApiKey } from '@/pipeline/operate/create-api-key'
import { type Command, requiredText, say } from '../command'
import { organizationOf, organizationOption } from '../organization'
import { roleOf } from '../role'

export const createApiKeyCommand: Command = {
  name: 'api-key create',
  summary: 'Make a key for machines; prints the key alone, once',
  options: {
    name: { value: 'N', summary: 'what the key is for', isRequired: true },
    role: { value: 'R', summary: 'admin, manager, analyst, owner or viewer', isRequired: true },
    ...organizationOption,
  },
  run: async (args) => {
    const role = roleOf(args)
    const { id } = await organizationOf(args)
    const { key } = await createApiKey(id, requiredText(args, 'name'), role)
    say(key)
    return 0
  },
}
