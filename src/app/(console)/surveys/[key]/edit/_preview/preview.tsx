'use client'

import { ActionIcon, NativeSelect, SegmentedControl } from '@mantine/core'
import { Monitor, RotateCcw, Smartphone } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { languageName } from '@/components/format/language-name'
import { useEditorState } from '../_store/use-editor'
import classes from './preview.module.css'
import { PreviewFrame, type Trial } from './preview-frame'
import type { showSurvey } from './show-survey'
import { Simulator } from './simulator'
import { type Around, useShown } from './use-shown'

const unasked: Omit<Around, 'locale'> = { channel: '', source: '', context: {} }

/** The survey as customers will see it, and what its logic does with the answers that are tried. */
export const Preview = ({ styles }: { styles: string }) => {
  const t = useTranslations('editor.preview')
  const reader = useLocale()
  const [mode, setMode] = useState<'page' | 'run'>('page')
  const [width, setWidth] = useState<'phone' | 'desktop'>('phone')
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [known, setKnown] = useState(unasked)
  const [trial, setTrial] = useState<Trial>({ given: {}, pageIndex: 0 })
  const survey = useRef<ReturnType<typeof showSurvey> | undefined>(undefined)
  const locales = useEditorState(({ session }) => session.draft.locales)
  const edited = useEditorState((state) => state.locale)
  const locale = chosen && locales.includes(chosen) ? chosen : edited
  const [around, setAround] = useState<Around>({ ...unasked, locale })
  if (
    around.locale !== locale ||
    around.channel !== known.channel ||
    around.source !== known.source ||
    around.context !== known.context
  )
    setAround({ ...known, locale })
  const shown = useShown(mode, around)
  const restart = (): void => survey.current?.restart()
  return (
    <section className={classes.preview} aria-label={t('title')}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('mode')}
          value={mode}
          onChange={(value) => {
            setMode(value as typeof mode)
            restart()
          }}
          data={[
            { value: 'page', label: t('page') },
            { value: 'run', label: t('run') },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('width')}
          value={width}
          onChange={(value) => setWidth(value as typeof width)}
          data={[
            { value: 'phone', label: <Smartphone size={15} strokeWidth={1.5} aria-label={t('phone')} /> },
            { value: 'desktop', label: <Monitor size={15} strokeWidth={1.5} aria-label={t('desktop')} /> },
          ]}
        />
        {locales.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('language')}
            value={locale}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={locales.map((value) => ({ value, label: languageName(value, reader) }))}
          />
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={t('restart')} onClick={restart}>
          <RotateCcw size={16} strokeWidth={1.5} />
        </ActionIcon>
      </div>
      <div className={classes.stage} data-width={width}>
        <PreviewFrame
          shown={shown}
          styles={styles}
          title={t('title')}
          width={width}
          onTrial={setTrial}
          onReady={(made) => {
            survey.current = made
          }}
        />
      </div>
      {mode === 'run' && (
        <Simulator shown={shown} trial={trial} known={known} onKnown={setKnown} goTo={(index) => survey.current?.goTo(index)} />
      )}
    </section>
  )
}
