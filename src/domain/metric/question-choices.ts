import type { Localized } from '../localized'
import { type Option, type Question, rangeOf } from '../survey/definition'
import { gapRange } from '../survey/question'
import { hasParts, isChosen, isNumeric } from './check-question'
import type { SimpleDefinition } from './definition'

/** A question, or a part of one, that a metric can be made of. */
export type QuestionChoice = {
  /** `KEY`, or `KEY.PART` */
  question: string
  text: Localized
  part: Localized | null
  /** what can be chosen; null where it is answered with a number */
  options: { key: string; text: Localized }[] | null
  scale: { from: number; to: number } | null
  surveys: string[]
}

type Item = { key: string; text: Localized }
const plain = (items: readonly (Option | Item)[]): Item[] => items.map(({ key, text }) => ({ key, text }))
const named = (...keys: string[]): Item[] => keys.map((key) => ({ key, text: key }))

const optionsOf = (question: Question): Item[] => {
  if (question.kind === 'consent') return named('yes', 'no')
  if (question.kind === 'matrix') return plain(question.columns)
  if (!('options' in question)) return []
  return [...plain(question.options), ...('other' in question && question.other ? named('other') : [])]
}

const partsOf = (question: Question): Item[] => {
  if (question.kind === 'matrix') return plain(question.rows)
  if (question.kind === 'constant_sum') return plain(question.options)
  return named('experience', 'expectation', 'importance')
}

/** A ranking names every option, so how often each was named says nothing. */
const hasDistribution = ({ kind }: Question): boolean => kind !== 'ranking'

/** The ends of a question's numbers, and whether only whole ones can be answered; null where they have no ends. */
export const numbersOf = (question: Question): { from: number; to: number; isWhole: boolean } | null => {
  if (question.kind === 'gap') return { from: gapRange.low, to: gapRange.high, isWhole: true }
  const range = rangeOf(question)
  if (!range) return null
  const isWhole = question.kind !== 'slider' || (Number.isInteger(question.step) && Number.isInteger(question.low))
  return { from: range.low, to: range.high, isWhole }
}

type Placed = readonly { survey: string; question: Question }[]

/** All that metrics can be made of, each question once however many surveys ask it. */
export const questionChoices = (placed: Placed): QuestionChoice[] => {
  const choices = new Map<string, QuestionChoice>()
  for (const { survey, question } of placed) {
    if (!isNumeric(question) && !isChosen(question)) continue
    const range = rangeOf(question)
    for (const part of hasParts(question) ? partsOf(question) : [null]) {
      const key = part ? `${question.key}.${part.key}` : question.key
      const known = choices.get(key)
      if (known) {
        if (!known.surveys.includes(survey)) known.surveys.push(survey)
        continue
      }
      choices.set(key, {
        question: key,
        text: question.text,
        part: part?.text ?? null,
        options: isChosen(question) ? optionsOf(question) : null,
        scale: range ? { from: range.low, to: range.high } : null,
        surveys: [survey],
      })
    }
  }
  return [...choices.values()]
}

/** What a metric's answers spread over: the options of all surveys that ask its question, or its numbers. */
export type Behind = { options: QuestionChoice['options']; numbers: ReturnType<typeof numbersOf> }

/** The question behind a metric as its surveys ask it; undefined where it has no distribution. */
export const questionBehind = (placed: Placed, { question, surveys }: SimpleDefinition): Behind | undefined => {
  const [base = ''] = question.split('.')
  const asked = placed.filter((one) => one.question.key === base && (!surveys || surveys.includes(one.survey)))
  const [first] = asked
  if (!first || !asked.every((one) => hasDistribution(one.question))) return undefined
  const choices = asked.flatMap((one) => questionChoices([one]).filter((choice) => choice.question === question))
  const isOfOptions = choices.some(({ options }) => options !== null)
  return { options: isOfOptions ? choices.flatMap(({ options }) => options ?? []) : null, numbers: numbersOf(first.question) }
}
