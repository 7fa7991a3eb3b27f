'use client'

import { Checkbox, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Rule } from '@/domain/alert/rule'
import classes from './rule.module.css'

type QuietHoursProps = { quiet: Rule['quiet']; onChange: (quiet: Rule['quiet']) => void; error: string | undefined }

/** The hours of a day in which the rule's less urgent messages wait. */
export const QuietHours = ({ quiet, onChange, error }: QuietHoursProps) => {
  const t = useTranslations('ruleEditor')
  return (
    <>
      <Checkbox
        label={t('quiet')}
        description={t('quietHint')}
        checked={quiet !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? { from: '20:00', to: '08:00' } : undefined)}
      />
      {quiet && (
        <div className={classes.span}>
          <TextInput
            type="time"
            label={t('quietFrom')}
            value={quiet.from}
            onChange={(event) => onChange({ ...quiet, from: event.currentTarget.value })}
            error={error}
          />
          <TextInput
            type="time"
            label={t('quietTo')}
            value={quiet.to}
            onChange={(event) => onChange({ ...quiet, to: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  )
}
