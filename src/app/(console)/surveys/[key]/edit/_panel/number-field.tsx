'use client'

import { NumberInput } from '@mantine/core'

type NumberFieldProps = {
  label: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  hint?: string
  error?: string | undefined
  min?: number
  max?: number
  decimals?: number
  placeholder?: string
  /** a setting that the question can't be without stays what it was */
  isNeeded?: boolean
}

/** A number, or nothing where it may be left open. */
export const NumberField = ({
  label,
  value,
  onChange,
  hint,
  error,
  min,
  max,
  decimals = 0,
  placeholder,
  isNeeded,
}: NumberFieldProps) => (
  <NumberInput
    size="sm"
    label={label}
    value={value ?? ''}
    onChange={(given) => {
      const number = typeof given === 'number' ? given : given === '' ? undefined : Number(given)
      if (number === undefined ? !isNeeded : Number.isFinite(number)) onChange(number)
    }}
    decimalScale={decimals}
    clampBehavior="none"
    {...(hint ? { description: hint } : {})}
    {...(error ? { error } : {})}
    {...(min === undefined ? {} : { min })}
    {...(max === undefined ? {} : { max })}
    {...(placeholder ? { placeholder } : {})}
  />
)
