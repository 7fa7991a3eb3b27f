'use client'

import { Checkbox, ColorInput, NativeSelect, TagsInput, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { type Localized, localize } from '@/domain/localized'
import { useDraft } from '../_store/use-editor'
import { LocalesField } from './locales-field'
import { NumberField } from './number-field'
import classes from './panel.module.css'
import { QuotasField } from './quotas-field'
import { TextField } from './text-field'
import { ThanksField } from './thanks-field'
import { useField } from './use-field'

const survey = [] as const

/** What holds for the survey as a whole. */
export const SurveyPanel = ({ touchpoints }: { touchpoints: readonly { key: string; name: Localized }[] }) => {
  const t = useTranslations('editor.whole')
  const reader = useLocale()
  const draft = useDraft()
  const { set, type, error } = useField(survey)
  const { theme = {} } = draft
  const paint = (name: 'color' | 'logo' | 'font') => (value: string) => {
    const { [name]: _, ...others } = theme
    const next = value ? { ...others, [name]: value } : others
    type('theme')(Object.keys(next).length > 0 ? next : undefined)
  }
  const isKnown = touchpoints.some(({ key }) => key === draft.touchpoint)
  return (
    <>
      <header className={classes.head}>
        <h2>{t('title')}</h2>
      </header>
      {error('pages') && <p className={classes.error}>{error('pages')}</p>}
      <TextField
        label={t('name')}
        name="title"
        size="md"
        value={draft.title}
        onChange={(text) => type('title')(text ?? '')}
        error={error('title')}
        maxLength={300}
      />
      <NativeSelect
        size="sm"
        label={t('touchpoint')}
        value={draft.touchpoint}
        onChange={(event) => set('touchpoint')(event.currentTarget.value)}
        data={[
          ...(isKnown ? [] : [{ value: draft.touchpoint, label: draft.touchpoint }]),
          ...touchpoints.map(({ key, name }) => ({ value: key, label: localize(name, reader) })),
        ]}
      />
      <LocalesField />
      <section className={classes.section}>
        <h3 className={classes.label}>{t('look')}</h3>
        <div className={classes.pair}>
          <ColorInput
            size="sm"
            label={t('color')}
            value={theme.color ?? ''}
            onChange={paint('color')}
            placeholder="#0b7285"
            data-name="theme"
            eyeDropperButtonProps={{ 'aria-label': t('pickColor') }}
          />
          <TextInput
            size="sm"
            label={t('font')}
            value={theme.font ?? ''}
            onChange={(event) => paint('font')(event.currentTarget.value)}
            placeholder="Georgia"
          />
        </div>
        <TextInput
          size="sm"
          label={t('logo')}
          value={theme.logo ?? ''}
          onChange={(event) => paint('logo')(event.currentTarget.value)}
          placeholder="https://"
          error={error('theme')}
        />
        <Checkbox
          size="sm"
          label={t('progress')}
          checked={draft.progress === true}
          onChange={(event) => set('progress')(event.currentTarget.checked || undefined)}
        />
      </section>
      <ThanksField />
      <QuotasField />
      <section className={classes.section}>
        <h3 className={classes.label}>{t('answers')}</h3>
        <Checkbox
          size="sm"
          label={t('anonymous')}
          description={t('anonymousHint')}
          checked={draft.anonymous === true}
          onChange={(event) => set('anonymous')(event.currentTarget.checked || undefined)}
        />
        <NumberField
          label={t('idle')}
          hint={t('idleHint')}
          value={draft.idleSeconds}
          onChange={type('idleSeconds')}
          error={error('idleSeconds')}
          min={5}
          max={86400}
          isNeeded
        />
        <TagsInput
          size="sm"
          label={t('hiddenFields')}
          description={t('hiddenFieldsHint')}
          value={[...(draft.hiddenFields ?? [])]}
          onChange={(keys) => set('hiddenFields')(keys.length > 0 ? keys : undefined)}
          error={error('hiddenFields')}
        />
        <TagsInput
          size="sm"
          label={t('origins')}
          description={t('originsHint')}
          placeholder="https://shop.example"
          value={[...(draft.origins ?? [])]}
          onChange={(origins) => set('origins')(origins.length > 0 ? origins : undefined)}
          error={error('origins')}
        />
      </section>
    </>
  )
}
