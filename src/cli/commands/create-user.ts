import { saveUser } from '@/pipeline/operate/save-user'
import { type Command, expectDone, requiredText, say, text } from '../command'
import { organizationOf, organizationOption } from '../organization'
import { readLine } from '../read-line'

export const createUserCommand: Command = {
  name: 'user create',
  summary: 'Make a user who can sign in, or change their name, role and password',
  options: {
    email: { value: 'EMAIL', summary: 'who', isRequired: true },
    role: { value: 'R', summary: 'admin, manager, analyst, owner or viewer', isRequired: true },
    name: { value: 'N', summary: 'the name to show; the email’s first part unless given' },
    'password-stdin': { summary: 'read the password from standard input; without one the user gets mail but can’t sign in' },
    ...organizationOption,
  },
  run: async (args) => {
    const email = requiredText(args, 'email')
    const name = text(args, 'name') ?? email.split('@')[0] ?? email
    const password = args.options['password-stdin'] ? { password: await readLine() } : {}
    const { id } = await organizationOf(args)
    const { isNew } = expectDone(await saveUser(id, { email, name, role: requiredText(args, 'role'), ...password }))
    say(`${email} ${isNew ? 'created' : 'changed'}`)
    return 0
  },
}
