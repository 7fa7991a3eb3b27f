import { isFailure } from '@/domain/errors'
import { type OpenedQuestion, openQuestion, type Speaks } from './open-question'
import { takeCaseStep } from './record-case-event'

/** Longer words are cut, never refused: a customer's answer must not be lost over them. */
const longestWords = 2000

export type VerdictInput = { isFixed: boolean; words: string }

/**
 * Keeps what the customer says: mended, or open again with a higher severity and its owner told. A question that has been answered,
 * or whose case has moved on, changes nothing. Answers the question as it stands then, and whether this call answered it.
 */
export const answerQuestion = async (
  token: string,
  { isFixed, words }: VerdictInput,
  speaks: Speaks,
  now: Date,
): Promise<(OpenedQuestion & { isMine: boolean }) | { error: 'expired' | 'invalid' }> => {
  const question = await openQuestion(token, speaks, now)
  if ('error' in question) return question
  if (!question.isOpen) return { ...question, isMine: false }
  const { organizationId, number, sequence } = question
  const text = words.replaceAll('\0', '').trim().slice(0, longestWords).toWellFormed()
  const step = { type: 'verify', fixed: isFixed, ...(text === '' ? {} : { text }) } as const
  const taken = await takeCaseStep({ organizationId, number, step, by: 'customer', asked: sequence })
  const after = await openQuestion(token, speaks, now)
  return 'error' in after ? after : { ...after, isMine: !isFailure(taken) }
}
