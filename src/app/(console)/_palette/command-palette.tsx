'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Command } from './match'
import { Palette } from './palette'
import { openPaletteEvent } from './palette-button'
import { ShortcutSheet } from './shortcut-sheet'
import { useShortcuts } from './use-shortcuts'

/** The console's shortcuts, its palette and the sheet that lists them: there once, on every screen. */
export const CommandPalette = ({ commands }: { commands: readonly Command[] }) => {
  const [open, setOpen] = useState<'palette' | 'sheet' | null>(null)
  const hrefs = useMemo(() => commands.filter(({ group }) => group === 'pages').map(({ href }) => href), [commands])
  const onPalette = useCallback(() => setOpen((now) => (now === 'palette' ? null : 'palette')), [])
  const onSheet = useCallback(() => setOpen('sheet'), [])
  const close = useCallback(() => setOpen(null), [])
  useShortcuts({ hrefs, onPalette, onSheet })
  useEffect(() => {
    const onOpen = () => setOpen('palette')
    window.addEventListener(openPaletteEvent, onOpen)
    return () => window.removeEventListener(openPaletteEvent, onOpen)
  }, [])
  if (open === 'palette') return <Palette commands={commands} onClose={close} onSheet={onSheet} />
  if (open === 'sheet') return <ShortcutSheet hrefs={hrefs} onClose={close} />
  return null
}
