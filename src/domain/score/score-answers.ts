import { type Answers, questionsOf, rangeOf, type SurveyDefinition } from '../survey/definition'
import { labelOf } from '../text/weigh-sentiment'
import { scoreCes } from './ces'
import { scoreCsat } from './csat'
import { scoreNps } from './nps'
import type { Category, Score } from './score'

const scoreByKind = { nps: scoreNps, csat: scoreCsat, ces: scoreCes } as const

/** Three decimals, so that sums over any number of scores are exact in decimal arithmetic. */
export const round3 = (value: number): number => Math.round(value * 1000) / 1000

/** What the words say: the mean over a response's comments. */
export type Mood = { sentiment: number; label: 'negative' | 'neutral' | 'positive' }

export const meanMood = (moods: readonly { sentiment: number; label: Mood['label'] }[]): Mood | undefined => {
  const only = moods[0]
  if (only === undefined) return undefined
  if (moods.length === 1) return { sentiment: round3(only.sentiment), label: only.label }
  const sentiment = round3(moods.reduce((sum, mood) => sum + mood.sentiment, 0) / moods.length)
  return { sentiment, label: labelOf(sentiment) }
}

/**
 * Everything that one response says: a score for each answered numeric question under its key, and under `nps`, `csat`
 * and `ces` for the question of that kind that is the outcome (else the first answered one of that kind).
 */
export const scoreAnswers = (definition: SurveyDefinition, answers: Answers, mood?: Mood): Score[] => {
  const scores = new Map<string, Score>()
  const numeric = questionsOf(definition).filter((question) => rangeOf(question) && typeof answers[question.key] === 'number')
  for (const question of numeric) {
    const value = round3(answers[question.key] as number)
    const scored =
      question.kind in scoreByKind
        ? scoreByKind[question.kind as keyof typeof scoreByKind](value)
        : { kind: 'mean' as const, value }
    scores.set(question.key, { metric: question.key, ...scored })
  }
  for (const kind of ['nps', 'csat', 'ces'] as const) {
    const ofKind = numeric.filter((question) => question.kind === kind)
    const main = ofKind.find((question) => question.role === 'outcome') ?? ofKind[0]
    if (main) scores.set(kind, { metric: kind, ...scoreByKind[kind](answers[main.key] as number) })
  }
  if (mood)
    scores.set('sentiment', { metric: 'sentiment', kind: 'sentiment', value: mood.sentiment, category: mood.label as Category })
  return [...scores.values()]
}
