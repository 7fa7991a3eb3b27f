import { type Failure, fail, isFailure } from '@/domain/errors'
import { isInvitedId } from '@/domain/response/invited-id'
import type { Submission } from '@/domain/response/submission'
import { isTestId, isTestToken } from '@/domain/response/test-id'
import { type Accepted, acceptResponse } from './accept-response'
import { getPublishedSurvey } from './get-survey'
import { identifyCustomer } from './identify-customer'
import type { Sender } from './judge-arrival'
import { receiveInvited } from './receive-invited'
import { receiveTest } from './receive-test'

/** `identity` is said only of a submission with a customer token: whether it was believed. */
export type Received = Accepted & { identity?: 'verified' | 'unverified' }

type From = { origin?: string | null; sender?: Sender }

/**
 * Takes a submission of the public door: finds out whose it is, then keeps it (`acceptResponse`). With an invitation's token it
 * is the invited customer's; with a signed customer token that customer's. A customer token that isn't right loses no answer:
 * the answer is kept as a stranger's, and nothing of what was claimed. Who is in `context` was never verified and is linked to
 * nobody. In an anonymous survey nobody is linked at all, nor created from a token. A test's is answered and not kept.
 */
export const receiveResponse = async (
  id: string,
  submission: Submission,
  at: Date,
  { origin = null, sender = {} }: From = {},
): Promise<Received | Failure> => {
  const { invitationToken, customerToken } = submission
  if (invitationToken !== undefined && isTestToken(invitationToken)) return receiveTest(id, submission, invitationToken, at)
  if (isTestId(id)) return fail('invitation_refused', 'Nothing is kept under a test’s id.')
  if (invitationToken !== undefined) return receiveInvited(id, submission, at, { token: invitationToken, sender })
  if (isInvitedId(id)) return fail('invitation_refused', 'This response is an invitation’s: send its token.')
  if (customerToken === undefined) return acceptResponse(id, submission, at, { origin, sender })
  const survey = await getPublishedSurvey(submission.survey)
  const canIdentify = survey && !survey.isClosed && !survey.definition.anonymous
  const customerId = canIdentify ? await identifyCustomer(survey.organizationId, customerToken, at) : null
  const accepted = await acceptResponse(id, submission, at, { origin, sender: { ...sender, customerId } })
  return isFailure(accepted) ? accepted : { ...accepted, identity: customerId === null ? 'unverified' : 'verified' }
}
