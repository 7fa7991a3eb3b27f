import { z } from 'zod'
import { hashPassword } from '@/auth/password'
import { type Failure, fail } from '@/domain/errors'
import { emailSchema, memberSchema } from '@/domain/organization/schema'
import { Refused } from '@/store/programme/transaction'
import { saveUser as store } from '@/store/user/save-user'

const schema = memberSchema.extend({ email: emailSchema })

export type UserInput = Omit<z.input<typeof schema>, 'role'> & { role: string }

/** Makes a user and member, or changes the one with this email. Without a password they get mail but can't sign in. */
export const saveUser = async (
  organizationId: string,
  input: UserInput,
): Promise<{ userId: string; isNew: boolean } | Failure> => {
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({ path: z.core.toDotPath(issue.path), message: issue.message }))
    return fail('invalid', errors.map(({ path, message }) => `${path} ${message}`).join('; '), errors)
  }
  const { password, ...member } = parsed.data
  const passwordHash = password === undefined ? {} : { passwordHash: await hashPassword(password) }
  try {
    return await store(organizationId, { ...member, ...passwordHash })
  } catch (error) {
    if (error instanceof Refused) return fail('conflict', error.issues[0]?.message)
    throw error
  }
}
