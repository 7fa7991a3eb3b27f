'use client'

import { Button, Drawer, Loader } from '@mantine/core'
import { ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { overBounds } from '@/domain/condition/bounds'
import type { Condition } from '@/domain/condition/condition'
import { useConditionWords } from '../_components/use-condition-words'
import { ConditionEditor } from '../_conditions/condition-editor'
import type { FieldChoice } from '../_conditions/field-choice'
import { readFilterFields } from './actions'
import classes from './filters.module.css'
import { isFinished } from './is-finished'
import { useConditionFilter } from './use-condition-filter'

type MoreFiltersProps = {
  where: Condition | undefined
  /** what can be asked, where the page knows it already */
  fields: readonly FieldChoice[] | undefined
}

/** Everything that a condition can ask, in a panel of its own; what can be asked is fetched when somebody opens it. */
export const MoreFilters = ({ where, fields }: MoreFiltersProps) => {
  const t = useTranslations('filters')
  const [isOpen, setIsOpen] = useState(false)
  const [fetched, setFetched] = useState<readonly FieldChoice[] | null | undefined>(fields)
  const open = () => {
    setIsOpen(true)
    if (!fetched) void readFilterFields().then(setFetched, () => setFetched(null))
  }
  return (
    <>
      <Button
        variant="default"
        className={classes.more}
        data-active={where !== undefined || undefined}
        leftSection={<ListFilter size={16} strokeWidth={1.5} aria-hidden />}
        onClick={open}
      >
        {t('more')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        position="right"
        size={560}
        title={t('more')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {fetched ? (
          <ConditionPanel where={where} fields={fetched} onDone={() => setIsOpen(false)} />
        ) : fetched === null ? (
          <p role="alert">{t('noFields')}</p>
        ) : (
          <Loader size="sm" aria-label={t('loading')} />
        )}
      </Drawer>
    </>
  )
}

type ConditionPanelProps = { where: Condition | undefined; fields: readonly FieldChoice[]; onDone: () => void }

const ConditionPanel = ({ where, fields, onDone }: ConditionPanelProps) => {
  const t = useTranslations('filters')
  const words = useConditionWords(undefined, fields)
  const { filterBy } = useConditionFilter()
  const [draft, setDraft] = useState(where)
  const apply = (condition: Condition | undefined) => {
    filterBy(condition)
    onDone()
  }
  const isReady = draft === undefined || (isFinished(draft) && !overBounds(draft))
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) apply(draft)
      }}
    >
      <ConditionEditor value={draft} onChange={setDraft} fields={fields} label={t('conditions')} />
      <p className={classes.summary} role="status">
        {draft === undefined ? t('noConditions') : overBounds(draft) ? t('tooMany') : t('onlyWhere', { condition: words(draft) })}
      </p>
      <div className={classes.actions}>
        <Button type="submit" disabled={!isReady}>
          {t('apply')}
        </Button>
        {where && (
          <Button variant="subtle" color="gray" onClick={() => apply(undefined)}>
            {t('removeConditions')}
          </Button>
        )}
      </div>
    </form>
  )
}
