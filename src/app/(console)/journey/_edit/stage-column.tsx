'use client'

import { Pencil, Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { localize } from '@/domain/localized'
import type { JourneyInput } from '@/domain/touchpoint/schema'
import classes from './edit.module.css'

type StageColumnProps = {
  stage: JourneyInput['stages'][number]
  children: ReactNode
  onEdit: () => void
  onAdd: (name: string) => void
}

/** One stage while the map is edited: its touchpoints, and a field for one more. */
export const StageColumn = ({ stage, children, onEdit, onAdd }: StageColumnProps) => {
  const t = useTranslations('journeyEdit')
  const phases = useTranslations('phases')
  const locale = useLocale()
  const id = useId()
  const [name, setName] = useState('')
  const title = localize(stage.name, locale)
  return (
    <section className={classes.stage} data-stage={stage.key} aria-labelledby={id}>
      <header className={classes.stageHead}>
        <div>
          <p className={classes.phase}>{phases(stage.phase)}</p>
          <h2 id={id}>{title}</h2>
        </div>
        <button type="button" className={classes.tool} onClick={onEdit} aria-label={t('editStage', { name: title })}>
          <Pencil size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </header>
      <ul className={classes.places}>{children}</ul>
      <form
        className={classes.add}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          onAdd(name.trim())
          setName('')
        }}
      >
        <input
          aria-label={t('newTouchpoint', { stage: title })}
          placeholder={t('addTouchpoint')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" className={classes.tool} aria-label={t('addTo', { stage: title })} disabled={name.trim() === ''}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </form>
    </section>
  )
}
