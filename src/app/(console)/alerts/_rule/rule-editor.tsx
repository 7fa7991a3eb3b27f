'use client'

import { Button, Checkbox, MultiSelect, NumberInput, SegmentedControl, Switch } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import { Card } from '@/components/ui/card'
import { localize } from '@/domain/localized'
import columns from '../../_components/columns.module.css'
import { LocalizedInput } from '../../_components/localized-input'
import { useKeptDraft } from '../../_components/use-kept-draft'
import { ConditionEditor } from '../../_conditions/condition-editor'
import { type RuleProblem, saveRule } from '../actions'
import { AboutFields } from './about-fields'
import { BackTest } from './back-test'
import { QuietHours } from './quiet-hours'
import { RecipientList } from './recipient-list'
import classes from './rule.module.css'
import { aboutInstead, type RuleDraft, severities } from './rule-draft'
import type { RuleFields } from './rule-fields'
import { RuleProblems } from './rule-problems'
import { RuleWords } from './rule-words'
import type { RuleNames } from './use-rule-words'

type RuleEditorProps = {
  /** none for a rule that is being made */
  ruleKey?: string
  rule: RuleDraft
  fields: RuleFields
  names: Required<RuleNames>
  locales: readonly string[]
  /** what stands beside the editor */
  aside?: ReactNode
}

const isEmpty = (when: RuleDraft['when']): boolean => when !== undefined && 'all' in when && when.all.length === 0

/** Writes a rule: what it is about, whom it tells; and says in words what it will do. */
export const RuleEditor = ({ ruleKey, rule: stored, fields, names, locales, aside }: RuleEditorProps) => {
  const t = useTranslations('ruleEditor')
  const severityName = useTranslations('severity')
  const locale = useLocale()
  const router = useRouter()
  const [isSaving, startSaving] = useTransition()
  const [problem, setProblem] = useState<RuleProblem>()
  const { draft, change, settle, isChanged, wasKept } = useKeptDraft(`earshot:rule:${ruleKey ?? ''}`, stored)
  const set = (part: Partial<RuleDraft>) => change({ ...draft, ...part })
  const { about } = draft
  const places = draft.touchpoints === 'all' ? Object.keys(fields.ofTouchpoint) : draft.touchpoints
  const asked = places.flatMap((place) => fields.ofTouchpoint[place] ?? [])
  const offered = [...new Map([...fields.common, ...asked].map((one) => [one.field, one])).values()]
  const errorAt = (path: string) => problem?.issues?.find((one) => one.path === path)?.message

  const save = () =>
    startSaving(async () => {
      const result = await saveRule({ key: ruleKey, seen: ruleKey ? stored : undefined, rule: draft })
      setProblem('problem' in result ? result : undefined)
      if ('problem' in result) return
      settle(draft)
      if (ruleKey) router.refresh()
      else router.replace(`/alerts/rules/${result.saved}`)
    })

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
            <LocalizedInput
              label={t('name')}
              value={draft.name}
              onChange={(name) => set({ name })}
              locales={locales}
              error={errorAt('name')}
            />
            <AboutFields
              about={about}
              onChange={(next) => change(aboutInstead(draft, next))}
              metricError={errorAt('about.metric')}
            />
            {about?.kind !== 'dead_deliveries' && (
              <Switch
                label={t('allTouchpoints')}
                checked={draft.touchpoints === 'all'}
                onChange={(event) => set({ touchpoints: event.currentTarget.checked ? 'all' : [] })}
              />
            )}
            {about?.kind !== 'dead_deliveries' && draft.touchpoints !== 'all' && (
              <MultiSelect
                label={t('touchpoints')}
                data={names.touchpoints.map(({ key, name }) => ({ value: key, label: localize(name, locale) }))}
                value={[...draft.touchpoints]}
                onChange={(touchpoints) => set({ touchpoints })}
                searchable
                error={errorAt('touchpoints')}
              />
            )}
          </div>
        </Card>
        {(!about || about.kind === 'no_answer') && (
          <Card title={t(about ? 'whenSilent' : 'when')}>
            <ConditionEditor
              value={about && isEmpty(draft.when) ? undefined : draft.when}
              onChange={(when) => set({ when: about && !when ? { all: [] } : when })}
              fields={about ? offered.filter(({ field }) => field.startsWith('customer.')) : offered}
              label={t(about ? 'whenSilent' : 'when')}
            />
          </Card>
        )}
        <Card title={t('then')}>
          <div className={classes.fields}>
            <div className={classes.field}>
              <span className={classes.label} id="rule-severity">
                {t('severity')}
              </span>
              <SegmentedControl
                aria-labelledby="rule-severity"
                data={severities.map((value) => ({ value, label: severityName(value) }))}
                value={draft.severity}
                onChange={(severity) => set({ severity: severity as RuleDraft['severity'] })}
              />
            </div>
            <RecipientList
              notify={draft.notify}
              onChange={(notify) => set({ notify })}
              recipients={names.recipients}
              targets={names.targets}
            />
            {!about && (
              <Checkbox
                label={t('openCase')}
                description={t('openCaseHint')}
                checked={draft.openCase}
                onChange={(event) => set({ openCase: event.currentTarget.checked })}
              />
            )}
            {!about && (
              <Checkbox
                label={t('once')}
                description={t('onceHint')}
                checked={draft.once !== undefined}
                onChange={(event) => set({ once: event.currentTarget.checked ? { per: 'customer', hours: 24 } : undefined })}
              />
            )}
            {draft.once && (
              <NumberInput
                label={t('hours')}
                className={classes.hours}
                value={draft.once.hours}
                min={1}
                max={8760}
                onChange={(hours) =>
                  draft.once &&
                  typeof hours === 'number' &&
                  set({ once: { ...draft.once, hours: Math.min(8760, Math.max(1, hours)) } })
                }
              />
            )}
            {(draft.severity === 'low' || draft.severity === 'medium') && (
              <QuietHours quiet={draft.quiet} onChange={(quiet) => set({ quiet })} error={errorAt('quiet')} />
            )}
          </div>
        </Card>
        <BackTest draft={draft} ruleKey={ruleKey} isSaved={!isChanged} />
      </div>
      <div className={`${columns.aside} ${classes.aside}`}>
        <Card title={t('inWords')}>
          <RuleWords rule={draft} names={names} fields={offered} />
          <Switch
            className={classes.enabled}
            label={t('enabled')}
            checked={draft.enabled}
            onChange={(event) => set({ enabled: event.currentTarget.checked })}
          />
          <div className={classes.save}>
            <Button type="submit" loading={isSaving} disabled={!isChanged && ruleKey !== undefined}>
              {t(ruleKey ? 'save' : 'create')}
            </Button>
            {isChanged && ruleKey && (
              <Button variant="subtle" color="gray" onClick={() => settle(stored)}>
                {t('discard')}
              </Button>
            )}
          </div>
          <div role="status" className={classes.state}>
            {wasKept && <p>{t('kept')}</p>}
            {problem && <RuleProblems problem={problem} />}
          </div>
        </Card>
        {aside}
      </div>
    </form>
  )
}
