'use client'

import { Button, Checkbox, NumberInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { type CasePolicy, defaultResponseHours } from '@/domain/case/policy'
import { severities } from '@/domain/vocabulary'
import { savePolicy } from '../actions'
import classes from '../cases.module.css'
import { SayingLine } from '../saying-line'
import { useSaving } from '../use-saving'
import { ChainFields } from './chain-fields'
import { tidyVerification, VerificationFields } from './verification-fields'

export type Choice = { value: string; label: string }

type PolicyCardProps = { policy: CasePolicy; people: readonly Choice[]; locales: readonly string[]; mayWrite: boolean }

const numberOr = <T,>(value: number | string, other: T): number | T => (value === '' ? other : Number(value))

/** The clocks of cases, the chain that follows when one has run out, and what customers are asked in the end. */
export const PolicyCard = ({ policy, people, locales, mayWrite }: PolicyCardProps) => {
  const t = useTranslations('caseSettings')
  const severityName = useTranslations('severity')
  const { isPending, said, save } = useSaving()
  const [draft, setDraft] = useState(policy)
  const change = (part: Partial<CasePolicy>) => setDraft({ ...draft, ...part })
  const setHours = (severity: (typeof severities)[number], value: number | string) => {
    const { [severity]: _, ...others } = draft.responseHours
    change({ responseHours: value === '' ? others : { ...others, [severity]: Number(value) } })
  }
  return (
    <Card title={t('clocks')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          save(t('policySaved'), () => savePolicy({ ...draft, verification: tidyVerification(draft.verification) }))
        }}
      >
        <p className={classes.hint}>{t('clocksHint')}</p>
        <div className={classes.hours}>
          {severities.map((severity) => (
            <div key={severity}>
              <NumberInput
                label={t('hoursFor', { severity: severityName(severity) })}
                placeholder={String(defaultResponseHours[severity])}
                min={0.1}
                max={8760}
                decimalScale={1}
                hideControls
                disabled={!mayWrite}
                value={draft.responseHours[severity] ?? ''}
                onChange={(value) => setHours(severity, value)}
              />
              <Checkbox
                mt={8}
                label={t('aroundTheClock')}
                aria-label={t('aroundTheClockFor', { severity: severityName(severity) })}
                disabled={!mayWrite}
                checked={draft.aroundTheClock.includes(severity)}
                onChange={(event) =>
                  change({
                    aroundTheClock: severities.filter((one) =>
                      one === severity ? event.currentTarget.checked : draft.aroundTheClock.includes(one),
                    ),
                  })
                }
              />
            </div>
          ))}
        </div>
        <div className={classes.hours}>
          <NumberInput
            label={t('warnAt')}
            description={t('warnAtHint')}
            min={1}
            max={99}
            allowDecimal={false}
            hideControls
            disabled={!mayWrite}
            value={draft.warnAtPercent ?? ''}
            onChange={(value) => change({ warnAtPercent: numberOr(value, null) })}
          />
          <NumberInput
            label={t('joinHours')}
            description={t('joinHoursHint')}
            min={0}
            max={8760}
            hideControls
            disabled={!mayWrite}
            value={draft.joinHours}
            onChange={(value) => change({ joinHours: numberOr(value, 0) })}
          />
        </div>
        <ChainFields
          chain={draft.escalation}
          people={people}
          mayWrite={mayWrite}
          onChange={(escalation) => change({ escalation })}
        />
        <VerificationFields
          verification={draft.verification}
          locales={locales}
          mayWrite={mayWrite}
          onChange={(verification) => change({ verification })}
        />
        <SayingLine said={said} />
        {mayWrite && (
          <div className={classes.buttons}>
            <Button type="submit" loading={isPending}>
              {t('save')}
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}
