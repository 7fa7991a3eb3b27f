'use client'

import { Menu } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import type { CaseStatus } from '@/domain/case/case'
import type { CaseStepType } from '@/domain/case/step'
import { takeStep } from '../actions'
import classes from './case-actions.module.css'
import { isRare, nextStepOf, otherSteps, stepFields } from './next-step'
import type { StepChoices } from './step-choices'
import { StepForm } from './step-form'
import { StepResultLine } from './step-result-line'

export type CaseActionsProps = {
  number: number
  status: CaseStatus
  steps: readonly CaseStepType[]
  /** how many events the case had when this was shown */
  seen: number
  choices: StepChoices
}

/** The next step as the one big button; the other steps beside it, each opening what it needs. */
export const CaseActions = ({ number, status, steps, seen, choices }: CaseActionsProps) => {
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
  // A form stays open when somebody else was faster: what was written in it must not be lost.
  const open = chosen
  const plain = (type: CaseStepType) => stepFields[type].length === 0
  const others = otherSteps(steps, next).filter((type) => type !== 'unlink' || choices.linked.length > 0)
  const shown = [...(next ? [next] : []), ...others.filter((type) => !isRare(type))]
  const rare = others.filter(isRare)
  const toggle = (type: CaseStepType) => setChosen(open === type ? null : type)
  return (
    <section className={classes.panel} aria-label={t('title')}>
      <div className={classes.buttons}>
        {shown.map((type) => {
          const props = { className: type === next ? classes.primary : classes.secondary, disabled: isPending }
          return plain(type) ? (
            <form key={type} action={submit}>
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="type" value={type} />
              <input type="hidden" name="seen" value={seen} />
              <button type="submit" {...props}>
                {t(`step.${type}`)}
              </button>
            </form>
          ) : (
            <button key={type} type="button" {...props} aria-expanded={open === type} onClick={() => toggle(type)}>
              {t(`step.${type}`)}
            </button>
          )
        })}
        {rare.length > 0 && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <button type="button" className={classes.secondary} disabled={isPending}>
                {t('more')}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {rare.map((type) => (
                <Menu.Item key={type} onClick={() => setChosen(type)}>
                  {t(`step.${type}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {open && !plain(open) && (
        <StepForm
          key={open}
          type={open}
          number={number}
          seen={seen}
          choices={choices}
          action={submit}
          isPending={isPending}
          onCancel={() => setChosen(null)}
        />
      )}
      <StepResultLine result={result} />
    </section>
  )
}
