'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { callerAddress } from '@/auth/caller-address'
import { openSession } from '@/auth/open-session'
import { isConsoleLocale, localeCookie, localeCookieSeconds } from '@/i18n/locales'
import { findStartDashboard } from '@/pipeline/analyze/find-dashboards'

const form = z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1000), next: z.string().optional() })

export type SignInProblem =
  | { error: 'incomplete' | 'wrong_credentials' | 'no_membership'; email: string }
  | { error: 'too_many_attempts'; minutes: number; email: string }

/** Only paths of this console: an address from the query must not lead elsewhere. */
const safePath = (next: string | undefined): string =>
  next && /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith('/sign-in') ? next : '/'

export const signIn = async (_before: SignInProblem | null, data: FormData): Promise<SignInProblem> => {
  const parsed = form.safeParse(Object.fromEntries(data))
  const typed = data.get('email')
  const email = typeof typed === 'string' ? typed : ''
  if (!parsed.success) return { error: 'incomplete', email }
  const incoming = await headers()
  const result = await openSession({ ...parsed.data, address: callerAddress((name) => incoming.get(name)) })
  if ('error' in result) {
    if (result.error === 'too_many_attempts') return { error: result.error, minutes: Math.ceil(result.waitSeconds / 60), email }
    return { error: result.error, email }
  }
  const jar = await cookies()
  if (!jar.has(localeCookie) && isConsoleLocale(result.locale ?? undefined))
    jar.set(localeCookie, result.locale ?? '', { path: '/', sameSite: 'lax', maxAge: localeCookieSeconds })
  const next = safePath(parsed.data.next)
  // Whoever asks for nothing else finds the dashboard that their role opens at, if one is set.
  const start = next === '/' ? await findStartDashboard(result.organizationId, result.role) : undefined
  redirect(start ? `/dashboards/${start}` : next)
}
