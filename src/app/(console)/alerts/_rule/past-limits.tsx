'use client'

import { useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import classes from './back-test.module.css'
import type { ToldBackTest } from './use-back-test'

/** What of the past isn't known as it was, in words: a number that says more than it knows is worse than none. */
export const PastLimits = ({ result: { about, unknown } }: { result: ToldBackTest }) => {
  const t = useTranslations('backTest.limits')
  const locale = useLocale()
  if (about === null) return null
  const { deleted, standards, anonymous } = unknown
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(standards.map(({ name }) => localize(name, locale)))
  return (
    <section aria-label={t('title')} className={classes.limits}>
      <h3 className={classes.subtitle}>{t('title')}</h3>
      <ul>
        <li>{t(`of.${about}`)}</li>
        {(about === 'shift' || about === 'standard_missed') && <li>{t('loaded')}</li>}
        {deleted > 0 && <li>{t('deleted', { count: deleted })}</li>}
        {standards.length > 0 && <li>{t('standards', { names, count: standards.length })}</li>}
        {anonymous && <li>{t('anonymous')}</li>}
      </ul>
    </section>
  )
}
