import type { Issue } from '../errors'
import { type Question, rangeOf } from '../survey/definition'
import type { SimpleDefinition } from './definition'

type Placed = { survey: string; question: Question }

const numeric = new Set(['nps', 'csat', 'ces', 'rating', 'slider', 'number', 'constant_sum', 'gap'])
const chosen = new Set(['single_choice', 'multi_choice', 'dropdown', 'image_choice', 'ranking', 'matrix', 'consent'])

/** What can be chosen; undefined where the answers aren’t chosen from a list. */
const choicesOf = (question: Question): string[] | undefined => {
  if (question.kind === 'consent') return ['yes', 'no']
  if (question.kind === 'matrix') return question.columns.map(({ key }) => key)
  if (!('options' in question)) return undefined
  return [...question.options.map(({ key }) => key), ...('other' in question && question.other ? ['other'] : [])]
}

export const isNumeric = ({ kind }: Question): boolean => numeric.has(kind)
export const isChosen = ({ kind }: Question): boolean => chosen.has(kind)

/** Kinds answered in parts have a row of answers for each, `KEY.PART`. */
export const hasParts = ({ kind }: Question): boolean => kind === 'matrix' || kind === 'constant_sum' || kind === 'gap'

const scalesOf = (questions: readonly Placed[]): string[] => [
  ...new Set(
    questions.map(({ question }) => {
      const range = rangeOf(question)
      return range ? `${range.low}–${range.high}` : question.kind
    }),
  ),
]

/** What is wrong with a metric for the questions that it would be counted from; paths lie within the definition. */
export const checkQuestion = (definition: SimpleDefinition, all: readonly Placed[]): Issue[] => {
  const { question: key, surveys } = definition
  const [base = '', part] = key.split('.')
  const issue = (path: string, message: string): Issue[] => [{ path, message }]
  const missing = surveys?.find((survey) => !all.some((one) => one.survey === survey))
  if (missing) return issue('surveys', `there is no survey "${missing}"`)
  const asked = all.filter(({ survey, question }) => question.key === base && (!surveys || surveys.includes(survey)))
  const [first] = asked
  if (!first) return issue('question', `no survey asks "${base}"`)
  if (asked.some(({ question }) => hasParts(question) !== (part !== undefined)))
    return issue(
      'question',
      `"${base}" ${hasParts(first.question) ? 'is answered in parts: name one as KEY.PART' : 'has no parts'}`,
    )
  const options = definition.of === 'share' ? definition.options : undefined
  if (options) {
    const offered = new Set(asked.flatMap(({ question }) => choicesOf(question) ?? []))
    if (asked.some(({ question }) => !isChosen(question)))
      return issue('options', `"${key}" isn’t chosen from options: name positiveFrom`)
    const unknown = options.find((option) => !offered.has(option))
    return unknown ? issue('options', `"${key}" has no option "${unknown}"`) : []
  }
  if (asked.some(({ question }) => !isNumeric(question)))
    return issue('question', `"${key}" isn’t answered with a number${definition.of === 'share' ? ': name options' : ''}`)
  const scales = scalesOf(asked)
  if (scales.length > 1)
    return issue('question', `"${key}" has several scales (${scales.join(', ')}): name the surveys that share one`)
  const range = rangeOf(first.question)
  const scale = definition.of === 'mean' ? definition.scale : undefined
  if (range && scale && (scale.from !== range.low || scale.to !== range.high))
    return issue('scale', `"${key}" is answered from ${range.low} to ${range.high}`)
  return []
}
