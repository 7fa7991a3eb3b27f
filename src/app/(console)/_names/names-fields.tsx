'use client'

import { TextInput } from '@mantine/core'
import { useLocale } from 'next-intl'
import { languageName } from '@/components/format/language-name'

type NamesFieldsProps = {
  label: string
  locales: readonly string[]
  names: Readonly<Record<string, string>>
  onChange: (names: Record<string, string>) => void
  error?: string | undefined
}

/** A name in each language, a field each. */
export const NamesFields = ({ label, locales, names, onChange, error }: NamesFieldsProps) => {
  const inLocale = useLocale()
  return locales.map((locale, index) => (
    <TextInput
      key={locale}
      label={locales.length > 1 ? `${label} (${languageName(locale, inLocale)})` : label}
      lang={locale}
      maxLength={200}
      value={names[locale] ?? ''}
      onChange={(event) => onChange({ ...names, [locale]: event.currentTarget.value })}
      {...(index === 0 ? { 'data-autofocus': true } : {})}
      {...(index === 0 && error ? { error } : {})}
    />
  ))
}
