'use client'

import { NumberInput, Switch } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { placeholders, unknownPlaceholders } from '@/domain/case/fill-template'
import type { Verification } from '@/domain/case/verification'
import { verificationDefaults } from '@/domain/case/verification'
import type { Localized } from '@/domain/localized'
import { verifyWords } from '@/i18n/verify-words/all'
import { LocalizedInput } from '../../../_components/localized-input'
import { tidyName } from '../../../_components/tidy-name'
import classes from '../cases.module.css'

type VerificationFieldsProps = {
  verification: Verification
  locales: readonly string[]
  mayWrite: boolean
  onChange: (verification: Verification) => void
}

const names = ['subject', 'text', 'question'] as const

const wordsOf = (text: Localized | undefined): string => (typeof text === 'object' ? Object.values(text).join(' ') : (text ?? ''))

/** As it is saved: words that were emptied are the product's own again. */
export const tidyVerification = ({ silenceDays, afterHours, ...words }: Verification): Verification => ({
  silenceDays,
  afterHours,
  ...Object.fromEntries(
    names.flatMap((name) => {
      const text = tidyName(words[name] ?? '')
      return text === undefined ? [] : [[name, text]]
    }),
  ),
})

/** Whether customers are asked if their case is mended: when, for how long, and in which words. */
export const VerificationFields = ({ verification, locales, mayWrite, onChange }: VerificationFieldsProps) => {
  const t = useTranslations('caseSettings')
  const product = verifyWords(useLocale())
  const change = (part: Partial<Verification>) => onChange({ ...verification, ...part })
  const isAsked = verification.silenceDays > 0
  const unknown = unknownPlaceholders(names.map((name) => wordsOf(verification[name])).join(' '))
  return (
    <fieldset className={classes.chain} disabled={!mayWrite}>
      <legend>{t('verification')}</legend>
      <Switch
        label={t('ask')}
        description={t('askHint')}
        checked={isAsked}
        onChange={(event) => change({ silenceDays: event.currentTarget.checked ? verificationDefaults.silenceDays : 0 })}
      />
      {isAsked && (
        <>
          <div className={classes.hours}>
            <NumberInput
              label={t('askAfter')}
              description={t('askAfterHint')}
              min={0}
              max={720}
              decimalScale={1}
              hideControls
              value={verification.afterHours}
              onChange={(value) => change({ afterHours: value === '' ? 0 : Number(value) })}
            />
            <NumberInput
              label={t('silenceDays')}
              description={t('silenceDaysHint')}
              min={1}
              max={90}
              allowDecimal={false}
              hideControls
              value={verification.silenceDays}
              onChange={(value) => change({ silenceDays: value === '' || Number(value) < 1 ? 1 : Number(value) })}
            />
          </div>
          <details className={classes.words}>
            <summary>{t('askWords')}</summary>
            <div className={classes.form}>
              <p className={classes.hint}>{t('askWordsHint')}</p>
              {names.map((name) => (
                <div key={name}>
                  <LocalizedInput
                    label={t(`asked.${name}`)}
                    locales={locales}
                    value={verification[name] ?? ''}
                    onChange={(text) => change({ [name]: text })}
                    maxLength={name === 'text' ? 5000 : 200}
                    isLong={name === 'text'}
                  />
                  <p className={classes.hint}>{t('productWords', { words: product[name] })}</p>
                </div>
              ))}
              <p className={classes.hint}>{t('placeholders', { names: placeholders.map((one) => `{${one}}`).join(' ') })}</p>
              {unknown.length > 0 && (
                <p role="alert" className={classes.hint}>
                  {t('unknown', { names: unknown.map((one) => `{${one}}`).join(' ') })}
                </p>
              )}
            </div>
          </details>
        </>
      )}
    </fieldset>
  )
}
