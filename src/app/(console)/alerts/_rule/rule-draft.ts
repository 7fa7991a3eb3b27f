import type { Rule } from '@/domain/alert/rule'
import type { Condition } from '@/domain/condition/condition'
import type { Severity } from '@/domain/schemas'

/** Not the schema's own list: that would bring zod into the browser. */
export const severities = ['low', 'medium', 'high', 'critical'] as const satisfies readonly Severity[]

/** A rule while it is being written: its condition may still be missing. */
export type RuleDraft = Omit<Rule, 'when'> & { when?: Condition | undefined }

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
