import { deviceMark } from '@/auth/device-mark'
import { type Failure, fail } from '@/domain/errors'
import { isTooFast, type QualityFlag } from '@/domain/response/quality'
import type { Submission } from '@/domain/response/submission'
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import { leaveDeviceMark } from '@/store/response/leave-device-mark'
import type { PublishedRow } from '@/store/survey/load-published'
import { claimUploads } from './claim-uploads'

/** What the door knows of a submission beyond what it says of itself. */
export type Sender = {
  /** who it is, where a link or a signed token says so */
  customerId?: string | null
  address?: string
  agent?: string | null
  /** filled in the field that no person sees */
  isTrapped?: boolean
  isInvited?: boolean
}

type Checked = {
  id: string
  survey: PublishedRow
  definition: SurveyDefinition
  submission: Submission
  answers: Answers
  at: Date
  sender: Sender
}

/** Who is invited has a link of their own, which is used once: their device says nothing. */
const isDuplicate = async ({ id, survey, definition, submission, at, sender }: Checked): Promise<boolean> => {
  const { address, agent = null, isInvited } = sender
  if (!definition.anonymous || !submission.completed || address === undefined || isInvited) return false
  const { organizationId, surveyId } = survey
  const marks = deviceMark({ address, agent }, { surveyId, responseId: id, at })
  return !(await leaveDeviceMark({ organizationId, surveyId, at, ...marks }))
}

/**
 * The last look at a valid submission before it is kept: whose it is, whether the files it names are there (a failure, if
 * not), and what speaks against it. Only a filled honeypot keeps it from alerting anybody: the other flags may be wrong
 * about an unhappy customer. An anonymous survey's answers are never linked to a customer.
 */
export const judgeArrival = async (
  checked: Checked,
): Promise<Failure | { customerId: string | null; quality: QualityFlag[]; canAlert: boolean }> => {
  const { id, survey, definition, submission, answers, at, sender } = checked
  const { organizationId, surveyId } = survey
  const missing = await claimUploads({ organizationId, surveyId, responseId: id }, definition, answers)
  if (missing.length > 0) return fail('invalid', 'The answers don’t fit the survey.', missing)
  const isFast = submission.completed && isTooFast(submission.startedAt, at, Object.keys(answers).length)
  const quality: QualityFlag[] = [
    ...(sender.isTrapped ? (['honeypot'] as const) : []),
    ...(isFast ? (['too_fast'] as const) : []),
    ...((await isDuplicate(checked)) ? (['duplicate'] as const) : []),
  ]
  const customerId = definition.anonymous ? null : (sender.customerId ?? null)
  return { customerId, quality, canAlert: !quality.includes('honeypot') }
}
