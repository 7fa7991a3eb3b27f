import { type Answers, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { findVisible, type Surroundings } from '@/domain/survey/visibility'
import { readAnswers } from '@/widget/fields'
import { findFaults, usable } from '@/widget/steps'

/** Answers that a link brings (`?nps=9`), as far as they fit their questions: not given yet, only offered. Files can't be. */
export const provisionalAnswers = (definition: SurveyDefinition, query: URLSearchParams): Answers => {
  const offered = usable(
    definition,
    readAnswers(definition, (name) => query.getAll(name)),
  )
  const files = new Set(questionsOf(definition).flatMap(({ key, kind }) => (kind === 'file' ? [key] : [])))
  return Object.fromEntries(Object.entries(offered).filter(([key]) => !files.has(key)))
}

type At = { definition: SurveyDefinition; answers: Answers; around: Surroundings }

/**
 * Where somebody who comes back goes on: behind the furthest page that they answered, or on it if something on it is still
 * missing. Undefined if the survey shows nothing at all.
 */
export const pageToResume = ({ definition, answers, around }: At): number | undefined => {
  const { pages } = findVisible(definition, answers, around)
  const furthest = pages.findLastIndex(({ questions }) => questions.some(({ key }) => answers[key] !== undefined))
  const page = pages[furthest]
  if (!page) return pages[0]?.index
  const isDone = Object.keys(findFaults(page, answers)).length === 0
  return (isDone ? (pages[furthest + 1] ?? page) : page).index
}

/** The page that asks what the link answers: there a person confirms it. */
export const pageOf = ({ definition, answers, around }: At, keys: readonly string[]): number | undefined =>
  findVisible(definition, answers, around).pages.find(({ questions }) => questions.some(({ key }) => keys.includes(key)))?.index
