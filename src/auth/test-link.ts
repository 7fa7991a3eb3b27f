import { testLinkDays } from '@/domain/response/test-id'
import { makeToken, readToken } from './signed-token'

/** What a test's link opens, and for whom it was made. `version` is that of the survey; 0 for its draft, as it is when it's opened. */
export type TestLink = { organizationId: string; surveyId: string; memberId: string; version: number }

export const makeTestToken = ({ organizationId, surveyId, memberId, version }: TestLink, now: Date): string =>
  makeToken(
    'test',
    { o: organizationId, s: surveyId, m: memberId, v: version },
    new Date(now.getTime() + testLinkDays * 86_400_000),
  )

/** Undefined for a token that isn't ours or has expired. */
export const readTestToken = (token: string, now: Date): TestLink | undefined => {
  const read = readToken('test', token, now)
  if ('error' in read) return undefined
  const { o, s, m, v } = read.payload
  return typeof o === 'string' && typeof s === 'string' && typeof m === 'string' && typeof v === 'number'
    ? { organizationId: o, surveyId: s, memberId: m, version: v }
    : undefined
}
