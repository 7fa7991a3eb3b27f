'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { Localized } from '@/domain/localized'
import { useEditor, useEditorState } from '../_store/use-editor'
import { PagePanel } from './page-panel'
import classes from './panel.module.css'
import { QuestionPanel } from './question-panel'
import { SurveyPanel } from './survey-panel'

/** The settings of what is selected. Escape goes back to the outline. */
export const Panel = ({ touchpoints }: { touchpoints: readonly { key: string; name: Localized }[] }) => {
  const t = useTranslations('editor.panel')
  const editor = useEditor()
  const selection = useEditorState((state) => state.selection)
  const chosen = useEditorState((state) => state.chosen)
  const opened = useEditorState((state) => state.opened)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (opened.number === 0) return
    const { current } = frame
    const named = opened.name ? current?.querySelector<HTMLElement>(`[data-name="${CSS.escape(opened.name)}"]`) : null
    const field = named?.matches('input,textarea,select')
      ? named
      : (named ?? current)?.querySelector<HTMLElement>('textarea,input,select,button')
    field?.focus()
    named?.scrollIntoView({ block: 'nearest' })
  }, [opened])
  const [kind, key = ''] = selection
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the fields within
    <div
      ref={frame}
      className={classes.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) editor.toOutline()
      }}
    >
      <section key={chosen} aria-label={t('title')} className={classes.body}>
        {kind === 'page' ? (
          <PagePanel pageKey={key} />
        ) : kind === undefined || kind === 'quota' ? (
          <SurveyPanel touchpoints={touchpoints} />
        ) : (
          <QuestionPanel questionKey={key} />
        )}
      </section>
    </div>
  )
}
