import type { CaseStatus } from '@/domain/case/case'
import type { CaseStepType } from '@/domain/case/step'

const next: Record<CaseStatus, CaseStepType | null> = {
  open: 'acknowledge',
  acknowledged: 'start',
  in_progress: 'resolve',
  waiting: 'start',
  resolved: 'verify',
  verified: 'close',
  closed: null,
}

/** What usually comes next; null where nothing has to. */
export const nextStepOf = (status: CaseStatus): CaseStepType | null => next[status]

const order: readonly CaseStepType[] = [
  ...([
    'start',
    'resolve',
    'wait',
    'close',
    'verify',
    'take',
    'note',
    'recover',
    'mail',
    'assign',
    'reopen',
    'acknowledge',
  ] as const),
  ...(['link', 'unlink', 'merge', 'split'] as const),
]

/** The other steps that the life cycle allows, in the order of their use. */
export const otherSteps = (steps: readonly CaseStepType[], isNext: CaseStepType | null): CaseStepType[] =>
  order.filter((type) => type !== isNext && steps.includes(type))

/** Steps that are needed now and then: they stand behind one button. */
export const isRare = (type: CaseStepType): boolean => ['link', 'unlink', 'merge', 'split'].includes(type)

export type StepField = 'text' | 'rootCause' | 'owner' | 'fixed' | 'mentions' | 'recovery' | 'mail' | 'other' | 'responses'

/** What a step asks for; steps without fields are taken by their button alone. */
export const stepFields: Record<CaseStepType, readonly StepField[]> = {
  acknowledge: [],
  take: [],
  start: [],
  close: [],
  wait: ['text'],
  note: ['text', 'mentions'],
  assign: ['owner', 'text'],
  recover: ['recovery', 'text'],
  mail: ['mail'],
  link: ['other', 'text'],
  unlink: ['other'],
  merge: ['other', 'text'],
  split: ['responses', 'text'],
  resolve: ['rootCause', 'text'],
  verify: ['fixed', 'text'],
  reopen: ['text'],
}

/** Whether a step can't be taken without words. */
export const needsText = (type: CaseStepType): boolean => type === 'note' || type === 'resolve'
