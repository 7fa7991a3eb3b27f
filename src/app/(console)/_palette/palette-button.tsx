'use client'

import { ActionIcon } from '@mantine/core'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import shell from '../_shell/shell.module.css'

/** Heard by the one palette of the console, wherever a button for it stands. */
export const openPaletteEvent = 'earshot:palette'

export const PaletteButton = () => {
  const t = useTranslations('palette')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-label={t('title')}
      title="Ctrl K"
      className={shell.tool}
      onClick={() => window.dispatchEvent(new Event(openPaletteEvent))}
    >
      <Search size={17} strokeWidth={1.5} aria-hidden />
    </ActionIcon>
  )
}
