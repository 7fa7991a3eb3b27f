import type { Question } from '@/domain/survey/definition'
import { fill, type Words } from '../words/words'

/** What a customer should know of a question's limits before answering it. */
export const advise = ({ advice }: Words, question: Question): string => {
  if (question.kind === 'ranking') return fill(advice.rank, { maximum: question.top ?? question.options.length })
  if (question.kind !== 'multi_choice') return ''
  const { minimum = 0, maximum = 0 } = question
  const text = minimum ? (maximum ? advice.between : advice.atLeast) : maximum ? advice.upTo : advice.any
  return fill(text, { minimum, maximum })
}
