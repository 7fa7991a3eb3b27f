'use client'

import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { ArrowUp, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Outcome, Thanks } from '@/domain/survey/definition'
import { useDraft } from '../_store/use-editor'
import { ConditionField } from './condition-field'
import classes from './panel.module.css'
import { TextField } from './text-field'
import { useField } from './use-field'

const outcomes = ['completed', 'disqualified', 'quota_full'] as const
const survey = [] as const

/** What is said in the end: the first that fits. */
export const ThanksField = () => {
  const t = useTranslations('editor.thanks')
  const { thanks } = useDraft()
  const { set, type, error } = useField(survey)
  const replace = (index: number, next: Thanks, isTyped: boolean): void => {
    const list = thanks.map((one, at) => (at === index ? next : one))
    isTyped ? type('thanks')(list) : set('thanks')(list)
  }
  return (
    <section className={classes.section} data-name="thanks">
      <h3 className={classes.label}>{t('title')}</h3>
      <p className={classes.hint}>{t('hint')}</p>
      {error('thanks') && <p className={classes.error}>{error('thanks')}</p>}
      {thanks.map((one, index) => {
        const { link, when: _when, ...rest } = one
        const change = (next: Partial<Thanks>, isTyped = true) => replace(index, { ...one, ...next }, isTyped)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: thanks have no key of their own
          <div key={index} className={classes.box}>
            <div className={classes.row}>
              <NativeSelect
                size="sm"
                className={classes.grow ?? ''}
                label={t('outcome', { number: index + 1 })}
                value={one.outcome ?? 'completed'}
                onChange={(event) => {
                  const { outcome: _, ...others } = one
                  const outcome = event.currentTarget.value as Outcome
                  replace(index, outcome === 'completed' ? others : { ...others, outcome }, false)
                }}
                data={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === 0}
                aria-label={t('up', { number: index + 1 })}
                onClick={() =>
                  set('thanks')([...thanks.slice(0, index - 1), one, ...thanks.slice(index - 1).filter((other) => other !== one)])
                }
              >
                <ArrowUp size={16} strokeWidth={1.5} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('remove', { number: index + 1 })}
                onClick={() => set('thanks')(thanks.filter((_, at) => at !== index))}
              >
                <X size={16} strokeWidth={1.5} />
              </ActionIcon>
            </div>
            <TextField label={t('text')} value={one.text} onChange={(text) => change({ text: text ?? '' })} />
            <ConditionField
              label={t('when')}
              always={t('always')}
              value={one.when}
              onChange={(when) => replace(index, { ...rest, ...(link ? { link } : {}), ...(when ? { when } : {}) }, false)}
              at="end"
            />
            <TextInput
              size="sm"
              label={t('link')}
              placeholder="https://"
              value={link?.url ?? ''}
              onChange={(event) => {
                const url = event.currentTarget.value
                const { link: _, ...others } = one
                replace(index, url ? { ...others, link: { ...link, url } } : others, true)
              }}
            />
            {link && (
              <TextField
                label={t('linkText')}
                value={link.text}
                onChange={(text) => change({ link: text === undefined ? { url: link.url } : { ...link, text } })}
                maxLength={200}
              />
            )}
          </div>
        )
      })}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Plus size={15} strokeWidth={1.5} />}
        onClick={() => set('thanks')([...thanks, { text: '' }])}
      >
        {t('add')}
      </Button>
    </section>
  )
}
