'use client'

import { NativeSelect } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '@/components/format/language-name'

type LanguageSelectProps = { locales: readonly string[]; value: string; onChange: (locale: string) => void; hint?: string }

/** In which language a survey opens; empty for the customer's own. */
export const LanguageSelect = ({ locales, value, onChange, hint }: LanguageSelectProps) => {
  const t = useTranslations('share')
  const reader = useLocale()
  return (
    <NativeSelect
      label={t('language')}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t('anyLanguage') }, ...locales.map((one) => ({ value: one, label: languageName(one, reader) }))]}
    />
  )
}
