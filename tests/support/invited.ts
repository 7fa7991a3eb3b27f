import { createInvitations, type Invited } from '@/pipeline/listen/create-invitations'
import { rowsOf } from './shop'

export type Link = Invited & { token: string; url: string; unsubscribeUrl: string }

/** Invites a customer and answers the link. */
export const invite = async (
  organizationId: string,
  survey: string,
  externalId: string,
  more: Record<string, unknown> = {},
): Promise<Link> => {
  const item = { survey, customer: { externalId }, ...more }
  const [made] = await createInvitations(organizationId, [item], new Date())
  if (!made || 'errors' in made || made.token === undefined) throw new Error(JSON.stringify(made))
  return made as Link
}

type State = {
  state: string
  responseId: string | null
  openedAt: Date | null
  startedAt: Date | null
  completedAt: Date | null
  endedAt: Date | null
}

/** An invitation as it is kept. */
export const invitationOf = async ({ id }: { id: string }): Promise<State> => {
  const [row] = await rowsOf<State>(
    `select state, response_id as "responseId", opened_at as "openedAt", started_at as "startedAt", completed_at as "completedAt",
            ended_at as "endedAt" from invitations where id = $1`,
    [id],
  )
  if (!row) throw new Error('there is no such invitation')
  return row
}

/** The path of a link. */
export const pathOf = (url: string): string => new URL(url).pathname
