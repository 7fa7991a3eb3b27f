'use client'

import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { EscalationStep } from '@/domain/case/policy'
import classes from '../cases.module.css'
import type { Choice } from './policy-card'

type ChainFieldsProps = {
  chain: readonly EscalationStep[]
  people: readonly Choice[]
  mayWrite: boolean
  onChange: (chain: EscalationStep[]) => void
}

const mostSteps = 10

/** Who is told when a case has run out, one after the other; the last may have it for good. */
export const ChainFields = ({ chain, people, mayWrite, onChange }: ChainFieldsProps) => {
  const t = useTranslations('caseSettings')
  const set = (at: number, part: Partial<EscalationStep>) =>
    onChange(chain.map((step, index) => (index === at ? { ...step, ...part } : step)))
  const choices = [
    { value: 'touchpoint_owner', label: t('touchpointOwner') },
    { value: 'role:manager', label: t('managers') },
    { value: 'role:admin', label: t('administrators') },
    ...people,
  ]
  const isLast = (at: number) => at === chain.length - 1
  return (
    <fieldset className={classes.chain}>
      <legend>{t('chain')}</legend>
      {chain.length === 0 && <p className={classes.quiet}>{t('noChain')}</p>}
      {chain.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is what stands at its place
        <div key={at} className={classes.step}>
          <NumberInput
            label={t('afterHours')}
            min={0}
            max={8760}
            decimalScale={1}
            hideControls
            w={130}
            disabled={!mayWrite}
            value={step.afterHours}
            onChange={(value) => set(at, { afterHours: Number(value) })}
          />
          <NativeSelect
            label={t('tell')}
            disabled={!mayWrite}
            value={step.to}
            onChange={(event) => set(at, { to: event.currentTarget.value, assign: false })}
            data={choices.some(({ value }) => value === step.to) ? choices : [...choices, { value: step.to, label: step.to }]}
          />
          {isLast(at) && /^(member|team):/.test(step.to) && (
            <Checkbox
              label={t('give')}
              disabled={!mayWrite}
              checked={step.assign}
              onChange={(event) => set(at, { assign: event.currentTarget.checked })}
            />
          )}
          {mayWrite && (
            <Button
              variant="subtle"
              color="gray"
              aria-label={t('removeStep', { number: at + 1 })}
              onClick={() => onChange(chain.filter((_, index) => index !== at))}
            >
              {t('remove')}
            </Button>
          )}
        </div>
      ))}
      {mayWrite && chain.length < mostSteps && (
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              onChange([
                ...chain.map((step) => ({ ...step, assign: false })),
                { afterHours: (chain.at(-1)?.afterHours ?? -4) + 4, to: 'role:manager', assign: false },
              ])
            }
          >
            {t('addStep')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
