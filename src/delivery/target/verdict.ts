import type { Answer } from './post'

/**
 * What an answer means. later: it couldn't be taken now, nor could another message; refused: it didn't want this one; gone: it
 * wants none any more.
 */
export type Verdict =
  | { isTaken: true }
  | { isTaken: false; kind: 'later' | 'refused' | 'gone'; error: string; retryAfterSeconds?: number | undefined }

const passing = new Set([408, 425, 429])

/** By the status alone. A redirect is followed nowhere: whoever answers so has another address, which a person must enter. */
export const judgeStatus = ({ status, retryAfterSeconds }: Answer): Verdict => {
  if (status >= 200 && status < 300) return { isTaken: true }
  if (status === 410) return { isTaken: false, kind: 'gone', error: 'It answered 410: it is gone.' }
  if (status >= 300 && status < 400)
    return { isTaken: false, kind: 'later', error: `It answered ${status}: redirects are not followed.` }
  const kind = status >= 500 || passing.has(status) ? 'later' : 'refused'
  return { isTaken: false, kind, error: `It answered ${status}.`, retryAfterSeconds }
}
