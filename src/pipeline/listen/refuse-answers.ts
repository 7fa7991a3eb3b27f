import { type Failure, fail } from '@/domain/errors'
import type { NamedFault } from '@/domain/survey/check-answers'
import { describeFault } from '@/domain/survey/describe-fault'

/** The failure for answers that the version doesn't allow: which, and why. */
export const refuseAnswers = (faults: readonly NamedFault[]): Failure =>
  fail(
    'invalid',
    'The answers don’t fit the survey.',
    faults.map(({ question, fault }) => ({ path: `answers.${question}`, message: describeFault(fault) })),
  )
