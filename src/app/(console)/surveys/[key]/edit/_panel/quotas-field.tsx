'use client'

import { ActionIcon, Button } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { freeKey } from '@/domain/free-key'
import type { Quota } from '@/domain/survey/definition'
import { remove } from '@/domain/survey/edit/rearrange'
import { useDraft, useEditor } from '../_store/use-editor'
import { ConditionField } from './condition-field'
import { NumberField } from './number-field'
import classes from './panel.module.css'
import { useField } from './use-field'

const QuotaFields = ({ quota }: { quota: Quota }) => {
  const t = useTranslations('editor.quotas')
  const editor = useEditor()
  const place = ['quota', quota.key] as const
  const { set, type, error } = useField(place)
  return (
    <div className={classes.box}>
      <div className={classes.row}>
        <div className={classes.grow}>
          <NumberField
            label={t('limit', { key: quota.key })}
            value={quota.limit}
            onChange={type('limit')}
            error={error('limit')}
            min={0}
            isNeeded
          />
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('remove', { key: quota.key })}
          onClick={() => editor.perform(remove(editor.get().session.draft, place))}
        >
          <X size={16} strokeWidth={1.5} />
        </ActionIcon>
      </div>
      <ConditionField
        label={t('when')}
        always={t('always')}
        value={quota.when}
        onChange={set('when')}
        at="end"
        error={error('when')}
      />
    </div>
  )
}

/** How many of a kind of response are taken. */
export const QuotasField = () => {
  const t = useTranslations('editor.quotas')
  const editor = useEditor()
  const { quotas = [] } = useDraft()
  const add = (): void => {
    const key = freeKey('quota', (one) => quotas.some((quota) => quota.key === one), '-')
    editor.perform([{ do: 'insert', in: ['quotas'], after: quotas.at(-1)?.key ?? null, item: { key, limit: 100 } }])
  }
  return (
    <section className={classes.section} data-name="quotas">
      <h3 className={classes.label}>{t('title')}</h3>
      <p className={classes.hint}>{t('hint')}</p>
      {quotas.map((quota) => (
        <QuotaFields key={quota.key} quota={quota} />
      ))}
      <Button size="compact-sm" variant="subtle" leftSection={<Plus size={15} strokeWidth={1.5} />} onClick={add}>
        {t('add')}
      </Button>
    </section>
  )
}
