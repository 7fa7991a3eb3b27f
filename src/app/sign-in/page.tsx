import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { currentMember } from '@/auth/session'
import { Entrance } from '../_entrance/entrance'
import { SignInForm } from './sign-in-form'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('signIn'))('title') })

type SignInPageProps = { searchParams: Promise<{ next?: string; callbackUrl?: string }> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if (await currentMember()) redirect('/')
  const [t, { next, callbackUrl }] = await Promise.all([getTranslations('signIn'), searchParams])
  return (
    <Entrance title={t('title')}>
      <SignInForm next={next ?? callbackUrl ?? '/'} />
    </Entrance>
  )
}
