import { z } from 'zod'
import { env } from '@/config/env'
import { makeToken, readToken } from './signed-token'

const claims = z.object({ o: z.uuid(), c: z.uuid(), s: z.int().positive() })

/** The question that a link answers: the event of the case that asked it. */
export type AskedAbout = { organizationId: string; caseId: string; sequence: number }

/** Where a customer says whether their case is mended, until silence counts as no word. */
export const verifyUrl = ({ organizationId, caseId, sequence }: AskedAbout, until: Date): string =>
  `${env().appUrl}/v/${makeToken('verify', { o: organizationId, c: caseId, s: sequence }, until)}`

/** `expired` is said only of links that were real. */
export const readVerifyToken = (token: string, now: Date): AskedAbout | { error: 'expired' | 'invalid' } => {
  const read = readToken('verify', token, now)
  if ('error' in read) return read
  const claimed = claims.safeParse(read.payload)
  if (!claimed.success) return { error: 'invalid' }
  const { o: organizationId, c: caseId, s: sequence } = claimed.data
  return { organizationId, caseId, sequence }
}
