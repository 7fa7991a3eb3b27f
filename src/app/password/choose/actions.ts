'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { callerAddress } from '@/auth/caller-address'
import { openSession } from '@/auth/open-session'
import { passwordSchema } from '@/domain/organization/schema'
import { clean } from '@/domain/response/clean'
import { choosePassword } from '@/pipeline/operate/choose-password'

const form = z.object({
  token: z.string().max(2000),
  name: z.string().trim().min(1).max(200).optional(),
  password: passwordSchema,
  again: z.string(),
})

export type ChooseProblem = { error: 'name_missing' | 'weak' | 'different' | 'link_used'; name: string }

const problemOf = { name: 'name_missing', password: 'weak' } as const

/** Sets the password and signs in with it. */
export const choose = async (_before: ChooseProblem | null, data: FormData): Promise<ChooseProblem> => {
  const given = clean(Object.fromEntries(data))
  const typed = String(given.name ?? '')
  const parsed = form.safeParse(given)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0]
    return { error: field === 'name' || field === 'password' ? problemOf[field] : 'link_used', name: typed }
  }
  const { token, name, password, again } = parsed.data
  if (password !== again) return { error: 'different', name: typed }
  const chosen = await choosePassword({ token, password, ...(name === undefined ? {} : { name }) }, new Date())
  if ('error' in chosen) return { error: chosen.error, name: typed }
  const incoming = await headers()
  const opened = await openSession({ email: chosen.email, password, address: callerAddress((name) => incoming.get(name)) })
  redirect('error' in opened ? '/sign-in' : '/')
}
