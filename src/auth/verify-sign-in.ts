import { findUserByEmail, type SignInUser } from '@/store/user/find-user-by-email'
import { isPassword } from './password'
import { forgiveSignIn, takeSignInAttempt } from './sign-in-limits'

export type SignInAttempt = { email: string; password: string; address: string }

export type SignInRefusal = { error: 'wrong_credentials' } | { error: 'too_many_attempts'; waitSeconds: number }

/** Checks an address and password under the limits on failed attempts. */
export const verifySignIn = async (attempt: SignInAttempt): Promise<SignInUser | SignInRefusal> => {
  // Longer than any address or password: not worth a look, nor a place among the counted.
  if (attempt.email.length > 320 || attempt.password.length > 1000 || attempt.email.includes('\u0000'))
    return { error: 'wrong_credentials' }
  const email = attempt.email.trim().toLowerCase()
  const who = { email, address: attempt.address }
  const waitSeconds = await takeSignInAttempt(who)
  if (waitSeconds > 0) return { error: 'too_many_attempts', waitSeconds }
  const user = await findUserByEmail(email)
  if (!(await isPassword(user?.passwordHash, attempt.password)) || !user) return { error: 'wrong_credentials' }
  await forgiveSignIn(who)
  return user
}
