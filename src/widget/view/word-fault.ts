import type { Question } from '@/domain/survey/definition'
import type { AnswerFault } from '@/domain/survey/kinds/answer-check'
import { fill, type Words } from '../words/words'

const isBlankOther = (answer: unknown): boolean =>
  [answer].flat().some((choice) => typeof choice === 'object' && choice !== null && (choice as { other: string }).other === '')

/** A fault in the customer's words: what to do, not what went wrong. */
export const wordFault = ({ faults }: Words, question: Question, fault: AnswerFault, answer: unknown): string => {
  switch (fault.code) {
    case 'required':
      if (isBlankOther(answer)) return faults.writeOther
      return question.kind === 'text' ? faults.write : faults.choose
    case 'out_of_range':
      return fill(faults.outOfRange, fault)
    case 'too_few':
      return fill(faults.tooFew, fault)
    case 'too_many':
      return fill(faults.tooMany, fault)
    case 'too_long':
      return fill(faults.tooLong, fault)
    default:
      return faults.wrong
  }
}
