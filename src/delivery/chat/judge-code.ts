import type { Answer } from '../target/post'
import { judgeStatus, type Verdict } from '../target/verdict'

/** What some codes of an app mean; every other one but 0 is a refusal of this message. */
export type Codes = {
  /** too fast, or busy: how long to wait, in seconds */
  later: Readonly<Record<number, number>>
  gone: (code: number, message: string) => boolean
}

const read = (body: string): Record<string, unknown> | undefined => {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/**
 * WeCom, DingTalk and Feishu answer 200 whatever happens; a code in the body says whether it was taken. `names` are those of the
 * code and of its explanation, the first that is there counts.
 */
export const judgeCode = (
  answer: Answer,
  names: { code: readonly string[]; message: readonly string[] },
  codes: Codes,
): Verdict => {
  const byStatus = judgeStatus(answer)
  const body = read(answer.body)
  const code = names.code.map((name) => body?.[name]).find((value) => typeof value === 'number')
  if (typeof code !== 'number')
    return byStatus.isTaken
      ? { isTaken: false, kind: 'later', error: 'It answered without saying whether it took the message.' }
      : byStatus
  if (code === 0) return byStatus
  const told = names.message.map((name) => body?.[name]).find((value) => typeof value === 'string')
  const message = typeof told === 'string' ? told : ''
  const error = `It answered ${code}: ${message.slice(0, 300)}`
  if (codes.gone(code, message)) return { isTaken: false, kind: 'gone', error }
  const wait = codes.later[code]
  return wait === undefined
    ? { isTaken: false, kind: 'refused', error }
    : { isTaken: false, kind: 'later', error, retryAfterSeconds: wait }
}
