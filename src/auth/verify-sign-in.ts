import { findUserByEmail, type SignInUser } from '@/store/user/find-user-by-email'
import { isPassword } from './password'
import { countFailedSignIn, forgetFailedSignIns, signInWaitSeconds } from './sign-in-limits'

export type SignInAttempt = { email: string; password: string; address: string }

export type SignInRefusal = { error: 'wrong_credentials' } | { error: 'too_many_attempts'; waitSeconds: number }

/** Checks an address and password under the limits on failed attempts. */
export const verifySignIn = async (attempt: SignInAttempt): Promise<SignInUser | SignInRefusal> => {
  const email = attempt.email.trim().toLowerCase()
  const who = { email, address: attempt.address }
  const waitSeconds = await signInWaitSeconds(who)
  if (waitSeconds > 0) return { error: 'too_many_attempts', waitSeconds }
  const user = await findUserByEmail(email)
  if (!(await isPassword(user?.passwordHash, attempt.password)) || !user) {
    await countFailedSignIn(who)
    return { error: 'wrong_credentials' }
  }
  await forgetFailedSignIns(email)
  return user
}
