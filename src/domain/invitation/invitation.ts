/**
 * planned → sent → opened → started → completed; or skipped (with the reason), bounced, expired, unsubscribed. Whoever asks
 * for a link and sends it on their own has it `sent` at once; `planned` is for what this house sends itself.
 */
export const invitationStates = [
  'planned',
  'sent',
  'opened',
  'started',
  'completed',
  'skipped',
  'bounced',
  'expired',
  'unsubscribed',
] as const
export type InvitationState = (typeof invitationStates)[number]

/** How long a link works unless the invitation says otherwise. */
export const defaultValidDays = 90

/** Who has begun may finish: a day more than who hasn't. */
const graceMs = 86_400_000

export type InvitationTimes = {
  state: InvitationState
  expiresAt: Date
  editableUntil: Date | null
  startedAt: Date | null
  completedAt: Date | null
}

/** What the holder of an invitation's link may do now. */
export type Standing = 'open' | 'editable' | 'completed' | 'expired' | 'unsubscribed' | 'ended'

export const standingOf = ({ state, expiresAt, editableUntil, startedAt }: InvitationTimes, now: Date): Standing => {
  if (state === 'completed') return editableUntil && editableUntil > now ? 'editable' : 'completed'
  if (state === 'unsubscribed') return 'unsubscribed'
  if (state === 'skipped' || state === 'bounced') return 'ended'
  const closesAt = expiresAt.getTime() + (startedAt ? graceMs : 0)
  return state === 'expired' || closesAt <= now.getTime() ? 'expired' : 'open'
}

/** States in which nothing has been answered yet: unsubscribing ends them. Who has begun may finish. */
export const unansweredStates: readonly InvitationState[] = ['planned', 'sent', 'opened']
