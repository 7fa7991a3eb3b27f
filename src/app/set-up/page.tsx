import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readSetUpLink } from '@/pipeline/operate/finish-set-up'
import { Entrance } from '../_entrance/entrance'
import classes from '../_entrance/entrance.module.css'
import { SetUpForm } from './set-up-form'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('setUp'))('title'),
  referrer: 'no-referrer',
})

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const [t, { token = '' }] = await Promise.all([getTranslations('setUp'), searchParams])
  const link = await readSetUpLink(token, new Date())
  return (
    <Entrance title={t('title')}>
      {link ? (
        <SetUpForm token={token} />
      ) : (
        <div className={classes.form}>
          <p className={classes.problem}>{t('link_used')}</p>
          <Link prefetch={false} href="/sign-in">
            {t('toSignIn')}
          </Link>
        </div>
      )}
    </Entrance>
  )
}
