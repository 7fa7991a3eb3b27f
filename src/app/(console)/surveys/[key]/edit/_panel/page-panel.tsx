'use client'

import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core'
import { Copy, Plus, Trash2, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { Jump } from '@/domain/survey/definition'
import type { KeyedPage } from '@/domain/survey/edit/operation'
import { pagesOf } from '@/domain/survey/edit/places'
import { useCommands } from '../_outline/use-commands'
import { useAt, useDraft } from '../_store/use-editor'
import { ConditionField } from './condition-field'
import classes from './panel.module.css'
import { TextField } from './text-field'
import { useField } from './use-field'

/** A page's title, when it shows, its order, and where it goes on. */
export const PagePanel = ({ pageKey }: { pageKey: string }) => {
  const t = useTranslations('editor.page')
  const panel = useTranslations('editor.panel')
  const place = ['page', pageKey] as const
  const page = useAt<KeyedPage>(place)
  const draft = useDraft()
  const { set, type, error } = useField(place)
  const commands = useCommands()
  if (!page) return null
  const number = pagesOf(draft).findIndex(({ key }) => key === pageKey) + 1
  const jumps = page.jumps ?? []
  const change = (next: readonly Jump[]): void => set('jumps')(next.length > 0 ? next : undefined)
  return (
    <>
      <header className={classes.head}>
        <h2>{t('title', { number })}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={panel('duplicate')} onClick={() => commands.duplicate(place)}>
          <Copy size={16} strokeWidth={1.5} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={panel('remove')} onClick={() => commands.remove(place)}>
          <Trash2 size={16} strokeWidth={1.5} />
        </ActionIcon>
      </header>
      {error('questions') && <p className={classes.error}>{error('questions')}</p>}
      <TextField
        label={t('heading')}
        hint={t('headingHint')}
        name="title"
        value={page.title}
        onChange={type('title')}
        error={error('title')}
      />
      <Checkbox
        size="sm"
        label={t('randomize')}
        checked={page.randomize === true}
        onChange={(event) => set('randomize')(event.currentTarget.checked || undefined)}
      />
      <ConditionField
        label={t('showIf')}
        always={t('always')}
        value={page.showIf}
        onChange={set('showIf')}
        at={place}
        error={error('showIf')}
      />
      <section className={classes.section} data-name="jumps">
        <h3 className={classes.label}>{t('jumps')}</h3>
        <p className={classes.hint}>{t('jumpsHint')}</p>
        {error('jumps') && <p className={classes.error}>{error('jumps')}</p>}
        {jumps.map((jump, index) => (
          <JumpFields
            // biome-ignore lint/suspicious/noArrayIndexKey: jumps have no key of their own
            key={index}
            pageKey={pageKey}
            jump={jump}
            number={index + 1}
            onChange={(next) => change(jumps.map((one, at) => (at === index ? next : one)))}
            onRemove={() => change(jumps.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Plus size={15} strokeWidth={1.5} />}
          onClick={() => change([...jumps, { end: 'completed' }])}
        >
          {t('addJump')}
        </Button>
      </section>
    </>
  )
}

type JumpFieldsProps = { pageKey: string; jump: Jump; number: number; onChange: (jump: Jump) => void; onRemove: () => void }

const JumpFields = ({ pageKey, jump, number, onChange, onRemove }: JumpFieldsProps) => {
  const t = useTranslations('editor.page')
  const survey = useTranslations('survey')
  const reader = useLocale()
  const pages = pagesOf(useDraft())
  const here = pages.findIndex(({ key }) => key === pageKey)
  const targets = pages.map((page, index) => ({ page, index })).slice(here + 1)
  const when = jump.when ? { when: jump.when } : {}
  const value = jump.end ? `end:${jump.end}` : `page:${jump.page}`
  const known = [
    ...targets.map(({ page, index }) => ({
      value: `page:${page.key}`,
      label: [survey('page', { number: index + 1 }), localize(page.title, reader)].filter(Boolean).join(' · '),
    })),
    { value: 'end:completed', label: t('end.completed') },
    { value: 'end:disqualified', label: t('end.disqualified') },
  ]
  return (
    <div className={classes.jump}>
      <div className={classes.row}>
        <NativeSelect
          size="sm"
          className={classes.grow ?? ''}
          label={t('jumpTo', { number })}
          value={value}
          onChange={(event) => {
            const [kind, target = ''] = event.currentTarget.value.split(/:(.*)/s)
            onChange(kind === 'page' ? { ...when, page: target } : { ...when, end: target as 'completed' | 'disqualified' })
          }}
          data={[...(known.some((one) => one.value === value) ? [] : [{ value, label: jump.page ?? '' }]), ...known]}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={t('removeJump', { number })} onClick={onRemove}>
          <X size={16} strokeWidth={1.5} />
        </ActionIcon>
      </div>
      <ConditionField
        label={t('jumpWhen')}
        always={t('jumpAlways')}
        value={jump.when}
        onChange={(condition) => {
          const { when: _, ...target } = jump
          onChange((condition ? { ...target, when: condition } : target) as Jump)
        }}
        at={['page', pageKey]}
        isAfterPage
      />
    </div>
  )
}
