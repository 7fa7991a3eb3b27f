'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import type { CaseStatus } from '@/domain/case/case'
import type { CaseStepType } from '@/domain/case/step'
import { takeStep } from '../actions'
import classes from './case-actions.module.css'
import { nextStepOf, otherSteps, stepFields } from './next-step'
import { StepForm } from './step-form'

export type OwnerChoice = { value: string; label: string; isTeam: boolean }

export type CaseActionsProps = {
  number: number
  status: CaseStatus
  steps: readonly CaseStepType[]
  owner: string
  owners: readonly OwnerChoice[]
}

/** The next step as the one big button; the other steps beside it, each opening what it needs. */
export const CaseActions = ({ number, status, steps, owner, owners }: CaseActionsProps) => {
  const t = useTranslations('caseActions')
  const [chosen, setChosen] = useState<CaseStepType | null>(null)
  const [result, submit, isPending] = useActionState(
    async (before: Awaited<ReturnType<typeof takeStep>> | null, form: FormData) => {
      const after = await takeStep(before, form)
      if ('done' in after) setChosen(null)
      return after
    },
    null,
  )
  const next = nextStepOf(status)
  const open = chosen && steps.includes(chosen) ? chosen : null
  const plain = (type: CaseStepType) => stepFields[type].length === 0
  const shown = [...(next ? [next] : []), ...otherSteps(steps, next)]
  return (
    <section className={classes.panel} aria-label={t('title')}>
      <div className={classes.buttons}>
        {shown.map((type) => {
          const props = { className: type === next ? classes.primary : classes.secondary, disabled: isPending }
          return plain(type) ? (
            <form key={type} action={submit}>
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="type" value={type} />
              <button type="submit" {...props}>
                {t(`step.${type}`)}
              </button>
            </form>
          ) : (
            <button
              key={type}
              type="button"
              {...props}
              aria-expanded={open === type}
              onClick={() => setChosen(open === type ? null : type)}
            >
              {t(`step.${type}`)}
            </button>
          )
        })}
      </div>
      {open && !plain(open) && (
        <StepForm
          key={open}
          type={open}
          number={number}
          owner={owner}
          owners={owners}
          action={submit}
          isPending={isPending}
          onCancel={() => setChosen(null)}
        />
      )}
      <p role="status" className={classes.result} data-problem={result && 'problem' in result ? true : undefined}>
        {result && ('problem' in result ? t(`problem.${result.problem}`) : t(`done.${result.done as 'note'}`))}
      </p>
    </section>
  )
}
