import { type AnswerFault, checkAnswer, checkCompletion, isBlank } from './check-answer'
import { type Answers, type AnswerValue, questionsOf, type SurveyDefinition } from './definition'
import { findVisible, type Surroundings } from './visibility'

export type NamedFault = { question: string; fault: AnswerFault | { code: 'unknown_question' } }

export type CheckedAnswers = { answers: Answers } | { faults: NamedFault[] }

/**
 * Checks a submission against the version it was given under. Types, bounds and unknown questions are faults always;
 * `required` and minimums hold on completion, and only for what the customer sees. Blank answers and answers to
 * hidden questions are dropped. Client and server run this very function.
 */
export const checkAnswers = (
  definition: SurveyDefinition,
  given: Readonly<Record<string, unknown>>,
  { completed, ...around }: Surroundings & { completed: boolean },
): CheckedAnswers => {
  const questions = new Map(questionsOf(definition).map((question) => [question.key, question]))
  const faults: NamedFault[] = []
  const typed: Record<string, AnswerValue> = {}
  for (const [key, value] of Object.entries(given)) {
    const question = questions.get(key)
    if (!question) faults.push({ question: key, fault: { code: 'unknown_question' } })
    else if (!isBlank(value)) {
      const fault = checkAnswer(question, value)
      if (fault) faults.push({ question: key, fault })
      else typed[key] = value as AnswerValue
    }
  }
  const { pages, answers } = findVisible(definition, typed, around)
  if (completed)
    for (const question of pages.flatMap((page) => page.questions)) {
      const fault = checkCompletion(question, answers[question.key])
      if (fault && !faults.some((known) => known.question === question.key)) faults.push({ question: question.key, fault })
    }
  return faults.length > 0 ? { faults } : { answers }
}

/** A fault in English, for the API's `errors`; the runtime has its own words in ten languages. */
export const describeFault = (fault: NamedFault['fault']): string => {
  switch (fault.code) {
    case 'unknown_question':
      return 'is not a question of this version'
    case 'required':
      return 'is required'
    case 'wrong_type':
      return fault.wanted === 'nothing'
        ? 'takes no answer'
        : `must be a ${fault.wanted === 'choices' ? 'list of option keys' : fault.wanted}`
    case 'out_of_range':
      return `must be a whole number from ${fault.low} to ${fault.high}`
    case 'unknown_option':
      return `has no option "${fault.option}"`
    case 'twice':
      return `names "${fault.option}" twice`
    case 'too_few':
      return `needs at least ${fault.minimum} choices`
    case 'too_many':
      return `takes at most ${fault.maximum} choices`
    case 'too_long':
      return `takes at most ${fault.maximum} characters`
  }
}
