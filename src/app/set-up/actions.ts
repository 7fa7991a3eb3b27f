'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { callerAddress } from '@/auth/caller-address'
import { openSession } from '@/auth/open-session'
import { passwordSchema } from '@/domain/organization/schema'
import { clean } from '@/domain/response/clean'
import { emailSchema } from '@/domain/schemas'
import { finishSetUp } from '@/pipeline/operate/finish-set-up'

const form = z.object({
  token: z.string().max(2000),
  name: z.string().trim().min(1).max(200),
  email: emailSchema,
  password: passwordSchema,
  again: z.string(),
})

export type SetUpProblem = {
  error: 'name_missing' | 'email_wrong' | 'weak' | 'different' | 'link_used' | 'email_taken'
  name: string
  email: string
}

const problemOf = { name: 'name_missing', email: 'email_wrong', password: 'weak' } as const

export const setUp = async (_before: SetUpProblem | null, data: FormData): Promise<SetUpProblem> => {
  const given = clean(Object.fromEntries(data))
  const typed = { name: String(given.name ?? ''), email: String(given.email ?? '') }
  const parsed = form.safeParse(given)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0]
    return { error: field === 'name' || field === 'email' || field === 'password' ? problemOf[field] : 'link_used', ...typed }
  }
  if (parsed.data.password !== parsed.data.again) return { error: 'different', ...typed }
  const result = await finishSetUp(parsed.data, new Date())
  if ('error' in result) return { error: result.error, ...typed }
  const incoming = await headers()
  await openSession({ ...parsed.data, address: callerAddress((name) => incoming.get(name)) })
  redirect('/')
}
