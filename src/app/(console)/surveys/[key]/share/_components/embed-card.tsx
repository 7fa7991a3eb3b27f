'use client'

import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { CopyField } from '@/components/ui/copy-field'
import { type Address, embedSnippet } from './address'
import { LanguageSelect } from './language-select'
import classes from './share.module.css'

const modes = ['inline', 'popup', 'slide', 'tab', 'button'] as const
type Mode = (typeof modes)[number]
const triggers = ['load', 'delay', 'scroll', 'exit', 'click', 'event'] as const
type Trigger = (typeof triggers)[number]

/** What a trigger is told beside its name, and what it is until somebody says otherwise. */
const details: Partial<Record<Trigger, string>> = { delay: '5', scroll: '50', click: '#feedback', event: 'bought' }

type EmbedCardProps = { surveyKey: string; address: Address; locales: readonly string[]; origins: readonly string[] }

/** The script tag for a site, as it should be there, and a page that shows what it does. */
export const EmbedCard = ({ surveyKey, address, locales, origins }: EmbedCardProps) => {
  const t = useTranslations('share')
  const [mode, setMode] = useState<Mode>('inline')
  const [trigger, setTrigger] = useState<Trigger>('load')
  const [detail, setDetail] = useState('')
  const [label, setLabel] = useState('')
  const [lang, setLang] = useState('')
  const [width, setWidth] = useState('wide')
  const hasLauncher = mode === 'tab' || mode === 'button'
  const kind = details[trigger]
  const attributes = {
    survey: address.slug,
    mode,
    trigger: mode === 'inline' || hasLauncher ? '' : kind === undefined ? trigger : `${trigger}:${detail || kind}`,
    label: hasLauncher ? label.trim() : '',
    lang,
  }
  const sample = new URLSearchParams(Object.entries(attributes).filter(([, value]) => value !== ''))
  return (
    <Card title={t('site')}>
      <div className={classes.stack}>
        <SegmentedControl
          aria-label={t('mode')}
          data={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          value={mode}
          onChange={(value) => setMode(value as Mode)}
          className={classes.modes}
        />
        <p className={classes.hint}>{t(`modeHint.${mode}`)}</p>
        <div className={classes.pair}>
          {mode !== 'inline' && !hasLauncher && (
            <NativeSelect
              label={t('trigger')}
              value={trigger}
              onChange={(event) => {
                setTrigger(event.currentTarget.value as Trigger)
                setDetail('')
              }}
              data={triggers.map((value) => ({ value, label: t(`triggers.${value}`) }))}
            />
          )}
          {mode !== 'inline' && !hasLauncher && kind !== undefined && (
            <TextInput
              label={t(`detail.${trigger as 'delay'}`)}
              value={detail}
              placeholder={kind}
              maxLength={100}
              onChange={(event) => setDetail(event.currentTarget.value)}
            />
          )}
          {hasLauncher && (
            <TextInput
              label={t('label')}
              value={label}
              maxLength={40}
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
          )}
          <LanguageSelect locales={locales} value={lang} onChange={setLang} />
        </div>
        <CopyField label={t('snippet')} value={embedSnippet(address, attributes)} copy={t('copy')} copied={t('copied')} isLong />
        <p className={classes.hint}>{origins.length > 0 ? t('onlyOn', { origins: origins.join(', ') }) : t('anywhere')}</p>
        <div className={classes.sampleHead}>
          <span>{t('sample')}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('sampleWidth')}
            data={(['wide', 'phone'] as const).map((value) => ({ value, label: t(value) }))}
            value={width}
            onChange={setWidth}
          />
        </div>
        <iframe
          key={`${sample}`}
          title={t('sample')}
          src={`/surveys/${surveyKey}/sample?${sample}`}
          sandbox="allow-scripts"
          className={classes.sample}
          data-width={width}
        />
        <p className={classes.hint}>{t('sampleHint')}</p>
      </div>
    </Card>
  )
}
