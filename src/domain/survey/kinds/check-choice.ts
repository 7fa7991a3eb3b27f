import { isRecord } from '../answer'
import {
  type DropdownQuestion,
  type ImageChoiceQuestion,
  type MultiChoiceQuestion,
  maxOtherLength,
  type SingleChoiceQuestion,
} from '../question'
import type { AnswerCheck, AnswerFault } from './answer-check'

type Choices = { options: readonly { key: string }[]; other?: boolean | undefined }

const checkChoice = (question: Choices, choice: unknown): AnswerFault | undefined => {
  if (isRecord(choice)) {
    const { other, ...rest } = choice
    if (!question.other || typeof other !== 'string' || Object.keys(rest).length > 0)
      return { code: 'wrong_type', wanted: 'choice' }
    return other.length > maxOtherLength ? { code: 'too_long', maximum: maxOtherLength } : undefined
  }
  if (typeof choice !== 'string') return { code: 'wrong_type', wanted: 'choice' }
  return question.options.some((option) => option.key === choice)
    ? undefined
    : { code: 'unknown_option', option: choice.slice(0, 100) }
}

export const choiceCheck: AnswerCheck<SingleChoiceQuestion | DropdownQuestion | ImageChoiceQuestion> = { fits: checkChoice }

export const choicesCheck: AnswerCheck<MultiChoiceQuestion> = {
  fits: (question, answer) => {
    if (!Array.isArray(answer)) return { code: 'wrong_type', wanted: 'choices' }
    const most = question.options.length + (question.other ? 1 : 0)
    if (answer.length > most) return { code: 'too_many', maximum: Math.min(most, question.maximum ?? most) }
    const seen = new Set<string>()
    for (const choice of answer) {
      const fault = checkChoice(question, choice)
      if (fault) return fault
      const name = typeof choice === 'string' ? choice : '\u0000other'
      if (seen.has(name)) return { code: 'twice', option: typeof choice === 'string' ? choice : 'other' }
      seen.add(name)
    }
    const alone = question.options.find(({ key, exclusive }) => exclusive && seen.has(key))
    if (alone && seen.size > 1) return { code: 'not_alone', option: alone.key }
    if (question.maximum !== undefined && answer.length > question.maximum) return { code: 'too_many', maximum: question.maximum }
    return undefined
  },
  isWhole: ({ minimum, options }, answer) => {
    if (minimum === undefined || !Array.isArray(answer) || answer.length >= minimum) return undefined
    const isAlone = options.some(({ key, exclusive }) => exclusive && answer.includes(key))
    return isAlone ? undefined : { code: 'too_few', minimum }
  },
}
