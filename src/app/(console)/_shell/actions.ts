'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentMember } from '@/auth/session'
import { endSession } from '@/auth/session-token'
import { isConsoleLocale, localeCookie, localeCookieSeconds } from '@/i18n/locales'
import { setMemberLocale } from '@/pipeline/design/set-member-locale'

/** Keeps the language in the browser, and for a signed-in member in their account: their mail follows it. */
export const chooseLocale = async (form: FormData): Promise<void> => {
  const locale = form.get('locale')
  if (typeof locale !== 'string' || !isConsoleLocale(locale)) return
  const jar = await cookies()
  jar.set(localeCookie, locale, { path: '/', sameSite: 'lax', maxAge: localeCookieSeconds })
  const member = await currentMember()
  if (member) await setMemberLocale(member.userId, locale)
}

export const signOut = async (): Promise<void> => {
  await endSession()
  redirect('/sign-in')
}
