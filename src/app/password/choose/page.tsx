import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { localize } from '@/domain/localized'
import { openPasswordLink } from '@/pipeline/operate/choose-password'
import { Entrance } from '../../_entrance/entrance'
import classes from '../../_entrance/entrance.module.css'
import { ChooseForm } from './choose-form'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('password'))('chooseTitle'),
  referrer: 'no-referrer',
})

export default async function ChoosePage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const [t, locale, { token }] = await Promise.all([getTranslations('password'), getLocale(), searchParams])
  const link = typeof token === 'string' ? await openPasswordLink(token, new Date()) : undefined
  if (!link || !token)
    return (
      <Entrance title={t('chooseTitle')}>
        <div className={classes.form}>
          <p className={classes.problem}>{t('link_used')}</p>
          <Link prefetch={false} href="/password/forgot">
            {t('toForgot')}
          </Link>
        </div>
      </Entrance>
    )
  const organization = localize(link.organizationName, locale)
  return (
    <Entrance title={link.kind === 'invite' ? t('inviteTitle', { organization }) : t('chooseTitle')}>
      <ChooseForm token={token} email={link.email} isInvite={link.kind === 'invite'} />
    </Entrance>
  )
}
