import { getIdentitySecret } from '@/pipeline/operate/identity-secret'
import { type Command, complain, say } from '../command'
import { organizationOf, organizationOption } from '../organization'

export const identitySecretCommand: Command = {
  name: 'identity-secret',
  summary: 'Print the secret to sign customers’ identity with (HS256)',
  options: {
    rotate: { summary: 'make a new one; tokens signed with the old one identify nobody from now on' },
    ...organizationOption,
  },
  run: async (args) => {
    const { id } = await organizationOf(args)
    const found = await getIdentitySecret(id, { rotate: args.options.rotate === true })
    if ('error' in found) {
      complain(found.detail ?? found.error)
      return 1
    }
    say(found.secret)
    return 0
  },
}
