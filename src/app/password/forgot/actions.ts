'use server'

import { headers } from 'next/headers'
import { after } from 'next/server'
import { callerAddress } from '@/auth/caller-address'
import { takePasswordRequest } from '@/auth/password-request-limits'
import { emailSchema } from '@/domain/schemas'
import { log } from '@/observe/logger'
import { requestPassword } from '@/pipeline/operate/request-password'

export type ForgotState = { said: 'sent' | 'email_wrong' | 'too_many'; email: string }

/** The same answer, after the same time, whether the address is known or not: the mail is written after it was given. */
export const forgot = async (_before: ForgotState | null, form: FormData): Promise<ForgotState> => {
  const typed = String(form.get('email') ?? '')
  const parsed = emailSchema.safeParse(typed)
  if (!parsed.success) return { said: 'email_wrong', email: typed }
  const incoming = await headers()
  const verdict = await takePasswordRequest({ email: parsed.data, address: callerAddress((name) => incoming.get(name)) })
  if (verdict === 'too_many') return { said: 'too_many', email: typed }
  if (verdict === 'allowed')
    after(() => requestPassword(parsed.data).catch((err: unknown) => log().error({ err }, 'a password mail was not written')))
  return { said: 'sent', email: typed }
}
