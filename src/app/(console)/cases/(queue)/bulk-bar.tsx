'use client'

import { Button, NativeSelect, Popover, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseStep } from '@/domain/case/step'
import { SelectPage, useSelection } from '../../_components/selection'
import { BulkSaid } from './bulk-said'
import classes from './case-list.module.css'
import { useBulk } from './use-bulk'

type Owner = { value: string; label: string; isTeam: boolean }

type PanelProps = { label: string; isDisabled: boolean; children: (close: () => void) => React.ReactNode }

const Panel = ({ label, isDisabled, children }: PanelProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={300} trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          disabled={isDisabled}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children(() => setOpen(false))}</Popover.Dropdown>
    </Popover>
  )
}

/** What can be done with all selected cases at once. */
export const BulkBar = ({ owners }: { owners: readonly Owner[] }) => {
  const t = useTranslations('caseQueue')
  const actions = useTranslations('caseActions')
  const { selected } = useSelection()
  const [owner, setOwner] = useState(owners[0]?.value ?? '')
  const [text, setText] = useState('')
  const { isPending, said, run, undo } = useBulk()
  const isDisabled = selected.length === 0 || isPending
  const takeAll = (step: CaseStep) => run(selected.map((id) => ({ number: Number(id), step })))
  return (
    <div className={classes.bar}>
      <SelectPage label={selected.length > 0 ? t('selected', { count: selected.length }) : t('selectPage')} />
      {(['acknowledge', 'take', 'start', 'close'] as const).map((type) => (
        <Button key={type} variant="default" size="xs" disabled={isDisabled} onClick={() => takeAll({ type })}>
          {actions(`step.${type}`)}
        </Button>
      ))}
      <Panel label={actions('step.assign')} isDisabled={isDisabled}>
        {(close) => (
          <div className={classes.panel}>
            <NativeSelect
              label={actions('owner')}
              value={owner}
              onChange={(event) => setOwner(event.currentTarget.value)}
              data={owners.map(({ value, label }) => ({ value, label }))}
            />
            <Button
              onClick={() => {
                takeAll({ type: 'assign', owner })
                close()
              }}
            >
              {actions('submit.assign')}
            </Button>
          </div>
        )}
      </Panel>
      <Panel label={actions('step.note')} isDisabled={isDisabled}>
        {(close) => (
          <div className={classes.panel}>
            <Textarea
              label={actions('text.note')}
              minRows={3}
              autosize
              maxLength={5000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button
              disabled={text.trim() === ''}
              onClick={() => {
                takeAll({ type: 'note', text })
                setText('')
                close()
              }}
            >
              {actions('submit.note')}
            </Button>
          </div>
        )}
      </Panel>
      <BulkSaid said={said} undo={undo} isPending={isPending} />
    </div>
  )
}
