'use client'

import { GripVertical } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { KeyboardEvent, PointerEvent } from 'react'
import { channelLabel } from '@/components/format/channel-label'
import { localize } from '@/domain/localized'
import type { TouchpointInput } from '@/domain/touchpoint/schema'
import classes from './edit.module.css'
import { useStandardWords } from './use-standard-words'

type PlaceCardProps = {
  id: string
  touchpoint: TouchpointInput
  owner: string
  isHeld: boolean
  handle: { onPointerDown: (event: PointerEvent) => void; onKeyDown: (event: KeyboardEvent) => void }
  onOpen: () => void
}

/** A touchpoint while the map is edited: a handle to move it by, and the rest opens it. */
export const PlaceCard = ({ id, touchpoint, owner, isHeld, handle, onOpen }: PlaceCardProps) => {
  const t = useTranslations('journeyEdit')
  const channels = useTranslations('channels')
  const dimensions = useTranslations('dimensions')
  const locale = useLocale()
  const standard = useStandardWords()
  const name = localize(touchpoint.name, locale)
  return (
    <li className={classes.place} data-place={id} data-held={isHeld || undefined}>
      <button
        type="button"
        className={classes.handle}
        data-handle={id}
        aria-label={t('move', { name })}
        aria-describedby="arrange-help"
        aria-pressed={isHeld}
        {...handle}
      >
        <GripVertical size={16} strokeWidth={1.5} aria-hidden />
      </button>
      <button type="button" className={classes.open} onClick={onOpen} aria-label={t('openNamed', { name })}>
        <strong>{name}</strong>
        <span>
          {channelLabel(channels, touchpoint.channel)}
          {touchpoint.dimension && ` · ${dimensions(touchpoint.dimension)}`}
        </span>
        <span>{owner}</span>
        {touchpoint.standard && <span>{standard(touchpoint.standard)}</span>}
      </button>
    </li>
  )
}
