'use client'

import { Button, FileInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Card } from '@/components/ui/card'
import { applyImport, type ImportProblem, type PlanItem, planImport } from './actions'
import { PlanList } from './plan-list'
import classes from './programme.module.css'

type State = { plan: PlanItem[]; content: string } | ImportProblem | { changed: number } | null

/** A file is read, its plan shown, and only then applied. */
export const ImportCard = () => {
  const t = useTranslations('programme')
  const [isPending, startTransition] = useTransition()
  const [file, setFile] = useState<File | null>(null)
  const [state, setState] = useState<State>(null)
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setState(null)
    if (!chosen) return
    startTransition(async () => {
      if (chosen.size > 900_000) return setState({ problem: 'too_large' })
      const content = await chosen.text()
      const planned = await planImport(content)
      setState('plan' in planned ? { ...planned, content } : planned)
    })
  }
  const apply = (content: string) =>
    startTransition(async () => {
      setState(await applyImport(content))
      setFile(null)
    })
  const pending = state && 'plan' in state ? state.plan.filter(({ plan }) => plan !== 'leave').length : 0
  return (
    <Card title={t('importTitle')}>
      <p className={classes.hint}>{t('importHint')}</p>
      <FileInput
        label={t('file')}
        placeholder={t('choose')}
        accept=".yaml,.yml,.json,application/json,application/yaml"
        value={file}
        onChange={choose}
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
      />
      <div role="status" className={classes.outcome}>
        {isPending && <p className={classes.hint}>{t('working')}</p>}
        {state && 'changed' in state && <p>{t('applied', { count: state.changed })}</p>}
        {state && 'problem' in state && (
          <div className={classes.problem}>
            <p>{t(`problem.${state.problem}`)}</p>
            <ul lang="en">
              {state.issues?.map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  {path && <code>{path}</code>} {message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {state && 'plan' in state && (
        <>
          <PlanList plan={state.plan} />
          <Button onClick={() => apply(state.content)} loading={isPending} disabled={pending === 0} mt={12}>
            {pending === 0 ? t('nothing') : t('apply', { count: pending })}
          </Button>
        </>
      )}
    </Card>
  )
}
