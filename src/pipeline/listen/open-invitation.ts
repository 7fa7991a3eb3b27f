import { hashInvitationToken, invitedResponseId, isInvitationTokenShape } from '@/auth/invitation-token'
import { type Standing, standingOf } from '@/domain/invitation/invitation'
import { findInvitation, type InvitationRow } from '@/store/invitation/find-invitation'
import { recordProgress } from '@/store/invitation/record-progress'
import { findStoredResponse, type StoredResponse } from '@/store/response/find-stored-response'
import { getPublishedSurvey, getSurveyVersion, type PublishedRow } from './get-survey'

/** An invitation as its link opens it: the survey, whose response it is, and what was answered so far. */
export type OpenInvitation = {
  invitation: InvitationRow
  /** in the version that its response was begun under; before the first answer the one that is published now */
  survey: PublishedRow
  responseId: string
  standing: Standing
  stored: StoredResponse | undefined
}

/** Undefined for a token that opens nothing, or a survey that isn't published any more. Changes nothing. */
export const findOpenInvitation = async (token: string, now: Date): Promise<OpenInvitation | undefined> => {
  if (!isInvitationTokenShape(token)) return undefined
  const invitation = await findInvitation(hashInvitationToken(token))
  const current = invitation && (await getPublishedSurvey(invitation.surveySlug))
  if (!current || current.organizationId !== invitation.organizationId) return undefined
  const responseId = invitedResponseId(token, invitation.createdAt)
  const stored = await findStoredResponse(invitation.organizationId, responseId)
  const survey = (stored && (await getSurveyVersion(current, stored.version))) ?? current
  // The response is the truth: a crash may have kept its invitation from hearing of it.
  const state = stored && stored.status !== 'partial' ? 'completed' : invitation.state
  const startedAt = invitation.startedAt ?? (stored ? (stored.startedAt ?? now) : null)
  return { invitation, survey, responseId, standing: standingOf({ ...invitation, state, startedAt }, now), stored }
}

/**
 * Opens a personal link and notes that it was opened. Nothing else: mail scanners open every link, so opening is no
 * answer and no beginning of one.
 */
export const openInvitation = async (token: string, now: Date): Promise<OpenInvitation | undefined> => {
  const found = await findOpenInvitation(token, now)
  if (!found) return undefined
  const { invitation, survey, standing } = found
  const isAnonymous = survey.definition.anonymous === true
  if (standing === 'open' && (invitation.state === 'planned' || invitation.state === 'sent'))
    await recordProgress('opened', { organizationId: invitation.organizationId, id: invitation.id, at: now, isAnonymous })
  return found
}
