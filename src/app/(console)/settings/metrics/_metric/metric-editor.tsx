'use client'

import { Button, NumberInput, SegmentedControl, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import { Card } from '@/components/ui/card'
import { isHeadlineMetric, type MetricDefinition } from '@/domain/metric/definition'
import type { MetricChoices } from '@/pipeline/design/get-metric-choices'
import columns from '../../../_components/columns.module.css'
import { LocalizedInput } from '../../../_components/localized-input'
import { useKeptDraft } from '../../../_components/use-kept-draft'
import { type MetricProblem, saveDefinition } from '../actions'
import { BoxFields } from './box-fields'
import classes from './metric.module.css'
import { definitionOf, draftOf, type MetricDraft, newDraft, turnTo } from './metric-draft'
import { MetricProblems } from './metric-problems'
import { type PartChoice, PartFields } from './part-fields'
import { PreviewCard } from './preview-card'
import { QuestionFields } from './question-fields'
import { usePreview } from './use-preview'

type MetricEditorProps = {
  /** none for a metric that is being made */
  stored?: { key: string; version: number; definition: MetricDefinition }
  choices: MetricChoices
  parts: readonly PartChoice[]
  locales: readonly string[]
  /** what stands beside the editor */
  aside?: ReactNode
}

const kinds = ['mean', 'share', 'index'] as const

/** Writes a definition, and says what it would change before it is saved. */
export const MetricEditor = ({ stored, choices, parts, locales, aside }: MetricEditorProps) => {
  const t = useTranslations('metricEditor')
  const router = useRouter()
  const [isSaving, startSaving] = useTransition()
  const [problem, setProblem] = useState<MetricProblem>()
  const [isReasonMissing, setReasonMissing] = useState(false)
  const first = stored ? draftOf(stored.definition) : newDraft('')
  const { draft, change, settle, isChanged, wasKept } = useKeptDraft(`earshot:metric:${stored?.key ?? ''}`, first)
  const set = (part: Partial<MetricDraft>) => change({ ...draft, ...part })
  const definition = definitionOf(draft)
  const preview = usePreview(
    stored?.key ?? 'new-metric',
    draft.name === '' && !stored ? { ...definition, name: '?' } : definition,
  )
  const errorAt = (path: string) => problem?.issues?.find((one) => one.path === path)?.message

  const save = () => {
    setReasonMissing(stored !== undefined && draft.reason.trim() === '')
    if (stored && draft.reason.trim() === '') return
    startSaving(async () => {
      const result = await saveDefinition({ key: stored?.key, seen: stored?.definition, definition })
      setProblem('problem' in result ? result : undefined)
      if ('problem' in result) return
      settle(draft)
      if (stored) router.refresh()
      else router.replace(`/settings/metrics/${result.saved}`)
    })
  }

  return (
    <form
      className={columns.columns}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className={columns.main}>
        <Card title={t('what')}>
          <div className={classes.fields}>
            {draft.of !== 'standard' && (
              <>
                <LocalizedInput
                  label={t('name')}
                  value={draft.name}
                  onChange={(name) => set({ name })}
                  locales={locales}
                  error={errorAt('name')}
                />
                <LocalizedInput
                  label={t('description')}
                  value={draft.description}
                  onChange={(description) => set({ description })}
                  locales={locales}
                />
                <SegmentedControl
                  aria-label={t('of')}
                  data={kinds.map((value) => ({ value, label: t(`ofName.${value}`) }))}
                  value={draft.of}
                  onChange={(of) => set(turnTo(draft, of as MetricDraft['of'], choices))}
                />
              </>
            )}
            {stored && isHeadlineMetric(stored.key) && <BoxFields metric={stored.key} draft={draft} set={set} />}
            {(draft.of === 'mean' || draft.of === 'share') && <QuestionFields choices={choices} draft={draft} set={set} />}
            {draft.of === 'index' && (
              <PartFields choices={parts} parts={draft.parts} onChange={(chosen) => set({ parts: chosen })} />
            )}
            <NumberInput
              label={t('least')}
              description={t('leastHint')}
              value={draft.least}
              min={1}
              max={10_000}
              allowDecimal={false}
              onChange={(value) => typeof value === 'number' && set({ least: value })}
            />
          </div>
        </Card>
      </div>
      <div className={columns.aside}>
        <PreviewCard preview={preview} />
        <Card>
          <Textarea
            label={t('reason')}
            description={t('reasonHint')}
            autosize
            minRows={2}
            maxLength={1000}
            value={draft.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
            error={isReasonMissing && draft.reason.trim() === '' ? t('reasonMissing') : errorAt('reason')}
          />
          <div className={classes.buttons}>
            <Button type="submit" loading={isSaving} disabled={!isChanged}>
              {stored ? t('save', { version: stored.version + 1 }) : t('create')}
            </Button>
            {isChanged && stored && (
              <Button variant="subtle" color="gray" onClick={() => settle(first)}>
                {t('discard')}
              </Button>
            )}
          </div>
          <div role="status" className={classes.state}>
            {wasKept && <p>{t('kept')}</p>}
            {problem && <MetricProblems problem={problem} />}
          </div>
        </Card>
        {aside}
      </div>
    </form>
  )
}
