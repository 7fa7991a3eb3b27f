import { readVerifyToken } from '@/auth/verify-link'
import { type QuestionContent, questionContent } from '@/delivery/email/question-content'
import { loadQuestion, type Question } from '@/store/case/load-question'

/** The languages that a visitor's request speaks of: the one that the address names, and those of the browser. */
export type Speaks = { asked: string | null; accepted: readonly string[] }

/** What a customer's link opens: the question, what has become of it, and its words for this visitor. */
export type OpenedQuestion = Pick<Question, 'number' | 'isOpen' | 'answer' | 'definition'> & {
  organizationId: string
  sequence: number
  content: QuestionContent
}

/** Reads a customer's link, changing nothing. `expired` is said only of links that were real. */
export const openQuestion = async (
  token: string,
  { asked, accepted }: Speaks,
  now: Date,
): Promise<OpenedQuestion | { error: 'expired' | 'invalid' }> => {
  const read = readVerifyToken(token, now)
  if ('error' in read) return read
  const { organizationId, caseId, sequence } = read
  const question = await loadQuestion(organizationId, caseId, sequence)
  if (!question) return { error: 'invalid' }
  const wanted = [asked, question.customer.locale].filter((locale) => locale !== null)
  return { ...question, organizationId, sequence, content: questionContent(question, [...wanted, ...accepted]) }
}
