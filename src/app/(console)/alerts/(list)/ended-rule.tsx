'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { undoRule } from '../actions'
import classes from './alerts.module.css'

/** After a rule was deleted: that it is gone, and the way back. */
export const EndedRule = ({ applyId }: { applyId: string }) => {
  const t = useTranslations('ruleActions')
  const router = useRouter()
  const [isRestoring, startRestoring] = useTransition()
  const [hasFailed, setHasFailed] = useState(false)
  const restore = () =>
    startRestoring(async () => {
      const result = await undoRule(applyId)
      if ('problem' in result) setHasFailed(true)
      else router.replace('/alerts?view=rules')
    })
  return (
    <div role="status" className={classes.ended}>
      <span>{t(hasFailed ? 'failed' : 'ended')}</span>
      <Button size="compact-sm" variant="default" loading={isRestoring} onClick={restore}>
        {t('undo')}
      </Button>
    </div>
  )
}
