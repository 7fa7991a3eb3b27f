'use client'

import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { IndexPart } from '@/domain/metric/definition'
import classes from './metric.module.css'

export type PartChoice = { key: string; name: string }
type PartFieldsProps = { choices: readonly PartChoice[]; parts: readonly IndexPart[]; onChange: (parts: IndexPart[]) => void }

/** The metrics of an index, each with its weight. */
export const PartFields = ({ choices, parts, onChange }: PartFieldsProps) => {
  const t = useTranslations('metricEditor')
  const free = choices.filter(({ key }) => !parts.some(({ metric }) => metric === key))
  const change = (at: number, part: Partial<IndexPart>) =>
    onChange(parts.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const nameOf = (key: string) => choices.find((one) => one.key === key)?.name ?? key
  return (
    <>
      {parts.map(({ metric, weight }, at) => (
        <div key={metric} className={classes.part}>
          <Select
            label={t('metric')}
            allowDeselect={false}
            data={[{ key: metric, name: nameOf(metric) }, ...free].map(({ key, name }) => ({ value: key, label: name }))}
            value={metric}
            onChange={(key) => key && change(at, { metric: key })}
          />
          <NumberInput
            label={t('weight')}
            value={weight}
            min={0.1}
            max={1000}
            onChange={(value) => typeof value === 'number' && value > 0 && change(at, { weight: value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('removePart', { name: nameOf(metric) })}
            onClick={() => onChange(parts.filter((_, index) => index !== at))}
          >
            <X size={16} strokeWidth={1.5} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {free[0] && parts.length < 12 && (
        <div>
          <Button variant="default" size="xs" onClick={() => free[0] && onChange([...parts, { metric: free[0].key, weight: 1 }])}>
            {t('addPart')}
          </Button>
        </div>
      )}
    </>
  )
}
