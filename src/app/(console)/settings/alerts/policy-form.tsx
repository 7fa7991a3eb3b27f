'use client'

import { Autocomplete, Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import type { AlertPolicy } from '@/domain/alert/policy'
import classes from '../cases/cases.module.css'
import { SayingLine } from '../cases/saying-line'
import { useSaving } from '../cases/use-saving'
import { saveAlertPolicy } from './actions'

type PolicyFormProps = {
  policy: AlertPolicy
  /** what is known of customers, by name */
  attributes: readonly string[]
  people: readonly { value: string; label: string }[]
  mayWrite: boolean
}

/** What a budget begins with, until somebody says another. */
const firstBudget = { perDay: 20, digestAt: '17:00' }

/** How alerts find people, with what it means in words. */
export const PolicyForm = ({ policy, attributes, people, mayWrite }: PolicyFormProps) => {
  const t = useTranslations('alertSettings')
  const { isPending, said, save } = useSaving()
  const [draft, setDraft] = useState(policy)
  const change = (part: Partial<AlertPolicy>) => setDraft({ ...draft, ...part })
  const { budget } = draft
  const fallbacks = [
    { value: 'role:admin', label: t('administrators') },
    { value: 'role:manager', label: t('managers') },
    ...people,
  ]
  const known = fallbacks.some(({ value }) => value === draft.fallback)
  return (
    <form
      className={classes.cards}
      onSubmit={(event) => {
        event.preventDefault()
        save(t('saved'), () => saveAlertPolicy(draft))
      }}
    >
      <Card title={t('hours')}>
        <div className={classes.form}>
          <ul className={classes.list}>
            {(['critical', 'high', 'calm'] as const).map((key) => (
              <li key={key}>{t(`outside.${key}`)}</li>
            ))}
          </ul>
          <Checkbox
            label={t('officeHours')}
            description={t('officeHoursHint')}
            disabled={!mayWrite}
            checked={draft.officeHours}
            onChange={(event) => change({ officeHours: event.currentTarget.checked })}
          />
        </div>
      </Card>
      <Card title={t('budget')}>
        <div className={classes.form}>
          <p className={classes.hint}>{t('budgetHint')}</p>
          <Checkbox
            label={t('hasBudget')}
            disabled={!mayWrite}
            checked={budget !== null}
            onChange={(event) => change({ budget: event.currentTarget.checked ? (policy.budget ?? firstBudget) : null })}
          />
          {budget && (
            <div className={classes.hours}>
              <NumberInput
                label={t('perDay')}
                description={t('perDayHint')}
                min={1}
                max={1000}
                allowDecimal={false}
                hideControls
                disabled={!mayWrite}
                value={budget.perDay}
                onChange={(value) => change({ budget: { ...budget, perDay: Number(value) } })}
              />
              <TextInput
                type="time"
                label={t('digestAt')}
                description={t('digestAtHint')}
                disabled={!mayWrite}
                value={budget.digestAt}
                onChange={(event) => change({ budget: { ...budget, digestAt: event.currentTarget.value } })}
              />
            </div>
          )}
        </div>
      </Card>
      <Card title={t('finding')}>
        <div className={classes.hours}>
          <Autocomplete
            label={t('accountOwner')}
            description={t('accountOwnerHint')}
            data={[...new Set(['owner', ...attributes])]}
            disabled={!mayWrite}
            value={draft.accountOwner}
            onChange={(accountOwner) => change({ accountOwner })}
          />
          <NativeSelect
            label={t('fallback')}
            description={t('fallbackHint')}
            disabled={!mayWrite}
            value={draft.fallback}
            onChange={(event) => change({ fallback: event.currentTarget.value })}
            data={known ? fallbacks : [...fallbacks, { value: draft.fallback, label: draft.fallback }]}
          />
        </div>
      </Card>
      <div>
        <SayingLine said={said} />
        {mayWrite && (
          <Button type="submit" loading={isPending}>
            {t('save')}
          </Button>
        )}
      </div>
    </form>
  )
}
