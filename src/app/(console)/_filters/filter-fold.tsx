'use client'

import { Button } from '@mantine/core'
import { SlidersHorizontal } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import classes from './filters.module.css'

/** What of an address narrows a screen without being named in a chip. */
const foldable = [
  'compare',
  'journey',
  'touchpoint',
  'survey',
  'channel',
  'locale',
  'score',
  'status',
  'tag',
  'severity',
  'owner',
  'due',
  'cause',
]

/** On a phone the filters behind the first stand behind a button, which tells how many are in use; elsewhere all stand in the bar. */
export const FilterFold = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('filters')
  const used = useSearchParams()
  const [isOpen, setOpen] = useState(false)
  const count = foldable.filter((name) => used.get(name)).length
  return (
    <>
      <Button
        variant="default"
        className={classes.fold}
        leftSection={<SlidersHorizontal size={16} strokeWidth={1.5} aria-hidden />}
        aria-expanded={isOpen}
        data-active={count > 0 || undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t('fold', { count })}
      </Button>
      <div className={classes.folded} data-open={isOpen}>
        {children}
      </div>
    </>
  )
}
