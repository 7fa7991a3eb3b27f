'use client'

import { Popover } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import classes from './term.module.css'

type ExplainProps = { name: string; body: ReactNode; children: ReactNode }

/** Words that explain themselves where they stand: by a click, by keyboard, and to a screen reader. */
export const Explain = ({ name, body, children }: ExplainProps) => {
  const t = useTranslations('glossary')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={300} position="bottom-start" withArrow shadow="md" trapFocus={false}>
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
      <Popover.Dropdown aria-label={name}>
        <p className={classes.name}>{name}</p>
        <div className={classes.text}>{body}</div>
      </Popover.Dropdown>
    </Popover>
  )
}
