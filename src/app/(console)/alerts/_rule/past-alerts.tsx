'use client'

import { Button, Checkbox } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { raisePast } from '../actions'
import classes from './back-test.module.css'

/** Raises what the rule would have raised, once: as history, or with all that an alert does. */
export const PastAlerts = ({ ruleKey, days }: { ruleKey: string; days: number }) => {
  const t = useTranslations('backTest')
  const router = useRouter()
  const [acts, setActs] = useState(false)
  const [isRaising, startRaising] = useTransition()
  const [said, setSaid] = useState<string>()
  const raise = () =>
    startRaising(async () => {
      const done = await raisePast({ key: ruleKey, days, notify: acts })
      setSaid('problem' in done ? t('pastFailed') : t('pastRaised', { count: done.raised }))
      router.refresh()
    })
  return (
    <div className={classes.past}>
      <p className={classes.lead}>{t('pastLead')}</p>
      <Checkbox
        label={t('pastActs')}
        description={t('pastActsHint')}
        checked={acts}
        onChange={(event) => setActs(event.currentTarget.checked)}
      />
      <Button variant="default" loading={isRaising} onClick={raise}>
        {t('pastRun', { days })}
      </Button>
      <div role="status" className={classes.lead}>
        {said}
      </div>
    </div>
  )
}
