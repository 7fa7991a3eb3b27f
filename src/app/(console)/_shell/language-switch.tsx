import { useLocale, useTranslations } from 'next-intl'
import { locales } from '@/i18n/locales'
import { chooseLocale } from './actions'
import classes from './shell.module.css'

const shortNames = { en: 'English', 'zh-CN': '中文' } as const

/** One click: the button names the other language in that language. */
export const LanguageSwitch = () => {
  const t = useTranslations('shell')
  const locale = useLocale()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <form action={chooseLocale}>
      <button
        type="submit"
        name="locale"
        value={other}
        lang={other}
        className={classes.language}
        title={locales[other]}
        aria-label={t('switchLanguage', { language: locales[other] })}
      >
        {shortNames[other]}
      </button>
    </form>
  )
}
