import { checkAnswer, checkCompletion } from './check-answer'
import { type Answers, type AnswerValue, isBlank, questionsOf, type SurveyDefinition } from './definition'
import { allChecks } from './kinds/all-checks'
import type { AnswerFault } from './kinds/answer-check'
import { findVisible, type Surroundings } from './visibility'

export type NamedFault = { question: string; fault: AnswerFault | { code: 'unknown_question' } }

/** `outcome`: where the survey's logic ends the response with these answers. */
export type CheckedAnswers = { answers: Answers; outcome: 'completed' | 'disqualified' } | { faults: NamedFault[] }

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
      const fault = checkAnswer(allChecks, question, value)
      if (fault) faults.push({ question: key, fault })
      else typed[key] = value as AnswerValue
    }
  }
  const { pages, answers, outcome } = findVisible(definition, typed, around)
  if (completed)
    for (const question of pages.flatMap((page) => page.questions)) {
      const fault = checkCompletion(allChecks, question, answers[question.key])
      if (fault && !faults.some((known) => known.question === question.key)) faults.push({ question: question.key, fault })
    }
  return faults.length > 0 ? { faults } : { answers, outcome }
}
