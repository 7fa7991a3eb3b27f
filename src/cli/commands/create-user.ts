import { emailSchema, passwordSchema } from '@/domain/organization/schema'
import { saveUser } from '@/pipeline/operate/save-user'
import { type Command, requiredText, say, text, UsageError } from '../command'
import { organizationOf, organizationOption } from '../organization'
import { readLine } from '../read-line'
import { roleOf } from '../role'

export const createUserCommand: Command = {
  name: 'user create',
  summary: 'Make a user who can sign in, or change their name, role and password',
  options: {
    email: { value: 'EMAIL', summary: 'who', isRequired: true },
    role: { value: 'R', summary: 'admin, manager, analyst, owner or viewer', isRequired: true },
    name: { value: 'N', summary: 'the name to show; the email’s first part unless given' },
    'password-stdin': {
      summary:
        'read the password from standard input, so that no other user sees it; without it the user gets mail but can’t sign in',
    },
    ...organizationOption,
  },
  run: async (args) => {
    const email = emailSchema.safeParse(requiredText(args, 'email'))
    if (!email.success) throw new UsageError(`--email is "${requiredText(args, 'email')}", but an email address is wanted`)
    const role = roleOf(args)
    const password = args.options['password-stdin'] ? passwordSchema.safeParse(await readLine()) : undefined
    if (password && !password.success) throw new UsageError(`the password ${password.error.issues[0]?.message}`)
    const { id } = await organizationOf(args)
    const name = text(args, 'name') ?? email.data.split('@')[0] ?? email.data
    const { isNew } = await saveUser(id, { email: email.data, name, role, ...(password ? { password: password.data } : {}) })
    say(`${email.data} ${isNew ? 'created' : 'changed'}`)
    return 0
  },
}
