'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { currentMember } from '@/auth/session'
import { firstStepsCookie } from './first-steps-cookie'

const year = 31_536_000

/** Puts the first steps away, in this browser: they say nothing that can't be found elsewhere. */
export const dismissFirstSteps = async (): Promise<void> => {
  const member = await currentMember()
  if (!member) return
  const jar = await cookies()
  jar.set(firstStepsCookie, member.organizationKey, { path: '/', sameSite: 'lax', maxAge: year })
  revalidatePath('/')
}
