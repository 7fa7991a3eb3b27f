'use client'

import { Button, SegmentedControl } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import type { ExportFormat, ExportValues } from '@/domain/export/export'
import { countFound, type ExportProblem, startExport } from './actions'
import { ExportProgress } from './export-progress'
import classes from './exports.module.css'
import { useExports } from './use-exports'

const formats = ['csv', 'xlsx', 'jsonl'] as const
type Counted = { count: number } | ExportProblem | undefined

/** What a file of everything that the filters find would be; once asked for, how far it is. */
export const ExportForm = ({ search }: { search: Readonly<Record<string, string>> }) => {
  const t = useTranslations('exports')
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [values, setValues] = useState<ExportValues>('labels')
  const [counted, setCounted] = useState<Counted>()
  const [problem, setProblem] = useState<ExportProblem['problem']>()
  const [started, setStarted] = useState<string>()
  const [isPending, startTransition] = useTransition()
  const { items, reload, isLost, add } = useExports([])
  const asked = JSON.stringify(search)
  useEffect(() => {
    let isCurrent = true
    setCounted(undefined)
    void countFound(JSON.parse(asked)).then((answer) => isCurrent && setCounted(answer))
    return () => {
      isCurrent = false
    }
  }, [asked])
  const start = () =>
    startTransition(async () => {
      const answer = await startExport(search, format, values)
      if ('problem' in answer) return setProblem(answer.problem)
      setProblem(undefined)
      add(answer)
      setStarted(answer.id)
    })
  const item = items.find(({ id }) => id === started)
  const isNothing = counted !== undefined && 'count' in counted && counted.count === 0
  return (
    <div className={classes.form}>
      <SegmentedControl
        fullWidth
        aria-label={t('format')}
        value={format}
        onChange={(value) => setFormat(formats.find((one) => one === value) ?? 'csv')}
        data={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('values')}
        value={values}
        onChange={(value) => setValues(value === 'codes' ? 'codes' : 'labels')}
        data={[
          { value: 'labels', label: t('labels') },
          { value: 'codes', label: t('codes') },
        ]}
      />
      <p className={classes.hint}>{t(`hint.${values}`)}</p>
      <p className={classes.count} role="status">
        {counted === undefined && t('counting')}
        {counted && 'count' in counted && t('count', { count: counted.count })}
        {counted && 'problem' in counted && t(counted.problem === 'too_slow' ? 'countSlow' : `problem.${counted.problem}`)}
      </p>
      <Button onClick={start} loading={isPending} disabled={isNothing}>
        {t('start')}
      </Button>
      {problem && (
        <p className={classes.problem} role="alert">
          {t(`problem.${problem}`)}
        </p>
      )}
      {item && <ExportProgress item={item} onChange={reload} />}
      {item && isLost && <p className={classes.hint}>{t('lost')}</p>}
      <Link prefetch={false} href="/responses/exports" className={classes.all}>
        {t('all')}
      </Link>
    </div>
  )
}
