'use client'

import { Button, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { ClearedMarks } from '@/domain/delivery/clear-marks'
import { SelectPage, useSelection } from '../../_components/selection'
import { clearMany } from '../actions'
import classes from './refused.module.css'

type ClearBarProps = {
  /** all there are */
  count: number
  /** what is marked after it isn't cleared with all: nobody was told of it */
  shownAt: string
}

/** Clears the marks that are selected, or all: how many is said first, since nothing brings them back. */
export const ClearBar = ({ count, shownAt }: ClearBarProps) => {
  const t = useTranslations('marks')
  const { selected, select } = useSelection()
  const [isPending, start] = useTransition()
  const [asked, setAsked] = useState<'selected' | 'all'>()
  const [said, setSaid] = useState<ClearedMarks | { problem: 'not_allowed' | 'unclear' }>()
  const many = asked === 'all' ? count : selected.length
  const clear = () =>
    start(async () => {
      setSaid(await clearMany(asked === 'all' ? { since: '1970-01-01T00:00:00Z', until: shownAt } : { addresses: selected }))
      select([])
      setAsked(undefined)
    })
  return (
    <div className={classes.bar}>
      {count > 0 && (
        <>
          <SelectPage label={selected.length > 0 ? t('selected', { count: selected.length }) : t('selectPage')} />
          <Button variant="default" size="xs" disabled={selected.length === 0} onClick={() => setAsked('selected')}>
            {t('clearSelected')}
          </Button>
          <Button variant="default" size="xs" onClick={() => setAsked('all')}>
            {t('clearAll', { count })}
          </Button>
        </>
      )}
      <div role="status" className={classes.said}>
        {said && ('problem' in said ? t(`problem.${said.problem}`) : t('cleared', said))}
      </div>
      <Modal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('ask', { count: many })}
        closeButtonProps={{ 'aria-label': t('keep') }}
        centered
      >
        <p>{t('askHint')}</p>
        <div className={classes.buttons}>
          <Button loading={isPending} onClick={clear}>
            {t('clear', { count: many })}
          </Button>
          <Button variant="default" onClick={() => setAsked(undefined)}>
            {t('keep')}
          </Button>
        </div>
      </Modal>
    </div>
  )
}
