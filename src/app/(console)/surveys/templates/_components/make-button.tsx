'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { makeSurvey } from '../actions'
import classes from './template.module.css'

/** One click: touchpoint, survey and rule. */
export const MakeButton = ({ template, name }: { template: string; name: string }) => {
  const t = useTranslations('templateActions')
  const [problem, submit, isPending] = useActionState(makeSurvey, null)
  return (
    <form action={submit} className={classes.make}>
      <input type="hidden" name="template" value={template} />
      <Button type="submit" size="sm" variant="default" loading={isPending} aria-label={t('useNamed', { name })}>
        {t('use')}
      </Button>
      <span role="status">{problem && t(`problem.${problem}`)}</span>
    </form>
  )
}
