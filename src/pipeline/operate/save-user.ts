import { hashPassword } from '@/auth/password'
import { saveUser as store } from '@/store/user/save-user'

export interface UserInput {
  email: string
  name: string
  role: string
  password?: string
}

/** Makes a user and member, or changes the one with this email. */
export const saveUser = async (
  organizationId: string,
  { email, password, ...rest }: UserInput,
): Promise<{ userId: string; isNew: boolean }> =>
  store(organizationId, {
    ...rest,
    email: email.toLowerCase(),
    ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
  })
