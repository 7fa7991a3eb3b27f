'use client'

import { Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useOptimistic, useState, useTransition } from 'react'
import { switchRule } from '../actions'

/** Switches a rule on or off where it stands in the list. */
export const RuleSwitch = ({ ruleKey, name, isEnabled }: { ruleKey: string; name: string; isEnabled: boolean }) => {
  const t = useTranslations('ruleActions')
  const [isSwitching, startSwitching] = useTransition()
  const [shown, setShown] = useOptimistic(isEnabled)
  const [hasFailed, setHasFailed] = useState(false)
  const change = (enabled: boolean) =>
    startSwitching(async () => {
      setShown(enabled)
      const result = await switchRule({ key: ruleKey, enabled })
      setHasFailed('problem' in result)
    })
  return (
    <Switch
      size="sm"
      aria-label={t('switch', { name })}
      aria-busy={isSwitching}
      checked={shown}
      onChange={(event) => change(event.currentTarget.checked)}
      error={hasFailed ? t('failed') : undefined}
    />
  )
}
