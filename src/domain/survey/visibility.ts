import type { Facts } from '../condition/condition'
import { evaluate } from '../condition/evaluate'
import { type Answers, type AnswerValue, isBlank, isOther, isRecord } from './answer'
import type { Outcome, Page, SurveyDefinition, Thanks } from './definition'
import { factsOf, type Surroundings } from './facts'
import { type Option, optionsOf, type Question } from './question'
import { shuffle } from './shuffle'

export type { Surroundings } from './facts'

export type VisiblePage = { index: number; page: Page; questions: Question[] }

/** `outcome`: where the logic ends the response with these answers. */
export type Visible = { pages: VisiblePage[]; answers: Answers; outcome: 'completed' | 'disqualified' }

/** The part of a list of options that shows, in the order of this response. */
const show = <Item extends Option>(options: readonly Item[], facts: Facts, seed: string | undefined): readonly Item[] => {
  const shown = options.some(({ showIf }) => showIf)
    ? options.filter(({ showIf }) => !showIf || evaluate(showIf, facts))
    : options
  return seed === undefined ? shown : shuffle(shown, seed)
}

/** The question as this customer sees it. */
const showQuestion = (question: Question, facts: Facts, id: string | undefined): Question => {
  const seed = 'randomize' in question && question.randomize && id !== undefined ? `${id}/${question.key}` : undefined
  if ('rows' in question) return { ...question, rows: show(question.rows, facts, seed) }
  return 'options' in question ? ({ ...question, options: show(question.options, facts, seed) } as Question) : question
}

/** An answer without the options that the logic hides. */
const keepShown = (asked: Question, shown: Question, answer: AnswerValue): AnswerValue | undefined => {
  const [all, left] = [optionsOf(asked), optionsOf(shown)]
  const hidden = new Set(all.map(({ key }) => key))
  for (const { key } of left) hidden.delete(key)
  if (hidden.size === 0) return answer
  if (Array.isArray(answer)) return answer.filter((choice) => !hidden.has(choice))
  if (isRecord(answer) && !isOther(answer))
    return Object.fromEntries(Object.entries(answer).filter(([key]) => !hidden.has(key))) as AnswerValue
  return hidden.has(answer as string) ? undefined : answer
}

/** The index to go on at after a page; past the last page for the end. */
const follow = (definition: SurveyDefinition, page: Page, index: number, facts: Facts) => {
  const jump = page.jumps?.find(({ when }) => when === undefined || evaluate(when, facts))
  if (jump?.end) return { next: definition.pages.length, outcome: jump.end }
  const target = jump ? definition.pages.findIndex(({ key }) => key === jump.page) : -1
  return { next: target > index ? target : index + 1, outcome: 'completed' as const }
}

/**
 * What a customer who gave these answers sees, page by page. Walks forward: an answer to a question that is itself
 * hidden or jumped over is dropped before anything later asks for it, so hidden answers never decide what else is shown.
 * Only a page that shows can jump. Shuffles by `around.id`; without one everything stands in its written order.
 */
export const findVisible = (definition: SurveyDefinition, given: Answers, around: Surroundings = {}): Visible => {
  const answers: Record<string, AnswerValue> = {}
  const facts = factsOf(answers, around)
  const pages: VisiblePage[] = []
  for (let index = 0; index < definition.pages.length; ) {
    const page = definition.pages[index] as Page
    index += 1
    if (page.showIf && !evaluate(page.showIf, facts)) continue
    const questions: Question[] = []
    for (const asked of page.questions) {
      if (asked.showIf && !evaluate(asked.showIf, facts)) continue
      const question = showQuestion(asked, facts, around.id)
      questions.push(question)
      const answer = Object.hasOwn(given, asked.key) ? given[asked.key] : undefined
      const kept = answer === undefined ? undefined : keepShown(asked, question, answer)
      if (kept !== undefined && !isBlank(kept)) answers[asked.key] = kept
    }
    if (questions.length === 0) continue
    const ordered = page.randomize && around.id !== undefined ? shuffle(questions, around.id) : questions
    pages.push({ index: index - 1, page, questions: ordered })
    const { next, outcome } = follow(definition, page, index - 1, facts)
    if (outcome === 'disqualified') return { pages, answers, outcome }
    index = next
  }
  return { pages, answers, outcome: 'completed' }
}

/** The thanks for these answers: the first for this outcome whose condition holds. */
export const chooseThanks = (
  definition: SurveyDefinition,
  answers: Answers,
  around: Surroundings = {},
  outcome: Outcome = 'completed',
): Thanks | undefined =>
  definition.thanks.find(
    (thanks) =>
      (thanks.outcome ?? 'completed') === outcome &&
      (thanks.when === undefined || evaluate(thanks.when, factsOf(answers, around))),
  )
