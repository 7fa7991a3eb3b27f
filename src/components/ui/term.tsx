'use client'

import { Popover } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import classes from './term.module.css'

export type TermKey =
  | 'nps'
  | 'csat'
  | 'ces'
  | 'sentiment'
  | 'touchpoint'
  | 'journey'
  | 'standard'
  | 'sla'
  | 'interval'
  | 'dimension'
  | 'module'

/** A word of the field that explains itself where it stands: by a click, by keyboard, and to a screen reader. */
export const Term = ({ word, children }: { word: TermKey; children: ReactNode }) => {
  const t = useTranslations('glossary')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={280} position="bottom-start" withArrow shadow="md" trapFocus={false}>
      <Popover.Target>
        <button
          type="button"
          className={classes.term}
          title={t('explain')}
          onClick={() => setIsOpen(!isOpen)}
          // The focus stays here, so Escape is heard here.
          onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t(`${word}.name`)}>
        <p className={classes.name}>{t(`${word}.name`)}</p>
        <p className={classes.text}>{t(`${word}.text`)}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
