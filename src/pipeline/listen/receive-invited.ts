import { isDeepStrictEqual } from 'node:util'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { clean } from '@/domain/response/clean'
import type { Submission } from '@/domain/response/submission'
import { checkAnswers } from '@/domain/survey/check-answers'
import { recordProgress } from '@/store/invitation/record-progress'
import { findStoredResponse } from '@/store/response/find-stored-response'
import { type Accepted, acceptResponse } from './accept-response'
import { getSurveyVersion } from './get-survey'
import type { Sender } from './judge-arrival'
import { findOpenInvitation, type OpenInvitation } from './open-invitation'

const used = (): Failure => fail('invitation_used', 'This invitation has been answered already.')

/**
 * What the invitation says of where and why it was sent holds, whatever the page sent. Who doesn't say which version they answer
 * goes on with the one they began.
 */
const asInvited = (submission: Submission, { invitation, survey }: OpenInvitation): Submission => ({
  ...submission,
  version: submission.version ?? survey.version,
  ...(invitation.channel ? { channel: invitation.channel } : {}),
  context: { ...submission.context, ...invitation.context },
})

/**
 * Whether what is kept says what was sent: then this is a retry, or the same on another device. What is kept has the
 * database's order of members, and none of what it can't keep.
 */
const isSame = async (submission: Submission, { survey, invitation, responseId }: OpenInvitation): Promise<boolean> => {
  const stored = await findStoredResponse(invitation.organizationId, responseId)
  const version = stored && (await getSurveyVersion(survey, submission.version ?? survey.version))
  if (!version) return false
  const { completed, locale, channel, source, context } = submission
  const around = { id: responseId, completed, locale, channel, source, context }
  const checked = checkAnswers(version.definition, submission.answers, around)
  return 'answers' in checked && isDeepStrictEqual(clean(checked.answers), stored.answers)
}

/** The reason why this invitation takes no such answer now; undefined if it does. One answer for every token that isn't right. */
const refuse = (found: OpenInvitation | undefined, id: string, submission: Submission): Failure | undefined => {
  if (!found || found.survey.slug !== submission.survey || found.responseId !== id || found.standing === 'ended')
    return fail('invitation_refused', 'This invitation can’t be used for this response.')
  if (found.standing === 'expired' || found.standing === 'unsubscribed')
    return fail('invitation_expired', 'This invitation has ended.')
  const isReplay = found.stored !== undefined && submission.revision <= found.stored.revision
  return found.standing === 'completed' && !isReplay ? used() : undefined
}

/**
 * Takes a submission by an invitation's link: as the invited customer's, under the invitation's own response id, once, or
 * as often as they like until `editableUntil`. Of two devices that complete it at once one is kept, and the other is told,
 * unless it said the same; where it may be edited the later one is kept. How far the invitation has come is noted after the commit; a crash in between is mended by the sweep,
 * and in an anonymous survey, whose invitations don't know their responses, by the next call with the link.
 */
export const receiveInvited = async (
  id: string,
  submission: Submission,
  at: Date,
  { token, sender }: { token: string; sender: Sender },
): Promise<Accepted | Failure> => {
  const found = await findOpenInvitation(token, at)
  const refused = refuse(found, id, submission)
  if (refused || !found) return refused ?? used()
  const { invitation, survey } = found
  const sent = asInvited(submission, found)
  const by: Sender = { ...sender, customerId: invitation.customerId, isInvited: true }
  // The page is ours and the link is the permission: the survey's own list of origins is about other people's pages.
  let accepted = await acceptResponse(id, sent, at, { sender: by })
  if (isFailure(accepted)) return accepted
  if (!accepted.isKept && !(await isSame(sent, found))) {
    const isFinal = accepted.status !== 'partial' && !(invitation.editableUntil && invitation.editableUntil > at)
    if (isFinal && sent.completed) return used()
    // The same revision with other answers is no retry but another device's: the later of the two is the newest.
    if (!isFinal && sent.revision === accepted.revision) {
      accepted = await acceptResponse(id, { ...sent, revision: sent.revision + 1 }, at, { sender: by })
      if (isFailure(accepted)) return accepted
    }
  }
  const progress = accepted.status === 'partial' ? 'started' : 'completed'
  // A page that was open when a version was published answers the one before: neither may be told by the times of the other.
  const answered = await getSurveyVersion(survey, sent.version ?? survey.version)
  const isAnonymous = [survey, answered].some((version) => version?.definition.anonymous === true)
  if (invitation.state !== progress)
    await recordProgress(progress, { organizationId: invitation.organizationId, id: invitation.id, at, isAnonymous })
  return accepted
}
