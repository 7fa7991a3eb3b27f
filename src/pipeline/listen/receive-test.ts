import { type Failure, fail } from '@/domain/errors'
import type { Submission } from '@/domain/response/submission'
import { isTestId } from '@/domain/response/test-id'
import { checkAnswers } from '@/domain/survey/check-answers'
import type { Accepted } from './accept-response'
import { openTest } from './open-test'
import { refuseAnswers } from './refuse-answers'

/**
 * Answers a test's save as a customer's would be answered, and keeps nothing: no row is written, so nothing can count it. The
 * answers are checked as they are everywhere; only where the draft has changed under an open page they pass, since what they
 * were given under is gone. `isKept` says that the page may go on.
 */
export const receiveTest = async (id: string, submission: Submission, token: string, at: Date): Promise<Accepted | Failure> => {
  const opened = await openTest(token, at)
  if (!opened || 'unfinished' in opened || opened.slug !== submission.survey || !isTestId(id))
    return fail('invitation_refused', 'This test has ended.')
  const { completed, locale, channel, source, context, answers, revision } = submission
  const checked = checkAnswers(opened.definition, answers, { id, completed, locale, channel, source, context })
  const isSameVersion = submission.version === undefined || submission.version === opened.version
  if ('faults' in checked && isSameVersion) return refuseAnswers(checked.faults)
  const isTurnedAway = completed && 'outcome' in checked && checked.outcome === 'disqualified'
  return {
    ...{ id, revision, isNew: false, isKept: true },
    status: isTurnedAway ? 'disqualified' : completed ? 'completed' : 'partial',
    ...(isTurnedAway ? { reason: 'logic' as const } : {}),
  }
}
