import { createHash, randomBytes } from 'node:crypto'
import { invitedId } from '@/domain/response/invited-id'

const SHAPE = /^[\w-]{24}$/

export const isInvitationTokenShape = (token: string): boolean => SHAPE.test(token)

/** What is kept of a token. SHA-256 suffices: 18 random bytes can't be guessed from it. */
export const hashInvitationToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A link's secret: short, since it travels in text messages; random, so that it says nothing of anybody. */
export const makeInvitationToken = (): { token: string; hash: string } => {
  const token = randomBytes(18).toString('base64url')
  return { token, hash: hashInvitationToken(token) }
}

/**
 * The id of the response that an invitation's link fills in. It follows from the token alone, which isn't stored: in an
 * anonymous survey nobody can go from the invitation to the answers but who holds the link. Its time is the beginning of
 * the invitation's month (UTC), since the exact one would tell.
 */
export const invitedResponseId = (token: string, createdAt: Date): string =>
  invitedId(
    Date.UTC(createdAt.getUTCFullYear(), createdAt.getUTCMonth(), 1),
    createHash('sha256').update(`response.${token}`).digest('hex'),
  )
