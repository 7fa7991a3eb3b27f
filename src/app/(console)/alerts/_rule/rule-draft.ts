import type { AboutKind, AboutOf } from '@/domain/alert/about'
import type { Rule } from '@/domain/alert/rule'
import type { Condition } from '@/domain/condition/condition'
import type { Severity } from '@/domain/schemas'

/** Not the schema's own list: that would bring zod into the browser. */
export const severities = ['low', 'medium', 'high', 'critical'] as const satisfies readonly Severity[]

/** A rule while it is being written: its condition may still be missing. */
export type RuleDraft = Omit<Rule, 'when'> & { when?: Condition | undefined }

export const aboutKinds = [
  'no_answer',
  'shift',
  'standard_missed',
  'overdue_share',
  'dead_deliveries',
] as const satisfies readonly AboutKind[]

/** What each kind begins with: as its schema does. */
export const newAbout: { [K in AboutKind]: AboutOf<K> } = {
  no_answer: { kind: 'no_answer', days: 7 },
  shift: { kind: 'shift', direction: 'worse', least: 30, againHours: 168 },
  standard_missed: { kind: 'standard_missed', days: 28, least: 30, againHours: 168 },
  overdue_share: { kind: 'overdue_share', days: 7, percent: 20, least: 10, againHours: 24 },
  dead_deliveries: { kind: 'dead_deliveries', hours: 24, least: 1, againHours: 24 },
}

export const newRule: RuleDraft = {
  name: '',
  touchpoints: 'all',
  when: { field: 'score.nps', op: 'lte', value: 6 },
  severity: 'high',
  notify: [{ to: 'touchpoint_owner', by: 'email' }],
  openCase: true,
  once: { per: 'customer', hours: 24 },
  enabled: true,
}

/** The draft about something else: it keeps what still means something. */
export const aboutInstead = (draft: RuleDraft, about: RuleDraft['about']): RuleDraft => {
  const { about: former, once: _, ...rest } = draft
  if (!about) return { ...rest, when: newRule.when, openCase: true, once: newRule.once }
  const when = about.kind === 'no_answer' && former?.kind === 'no_answer' ? draft.when : { all: [] }
  return { ...rest, about, when, openCase: false }
}
