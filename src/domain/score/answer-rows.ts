import { type AnswerValue, isOther, isRecord, type Question } from '../survey/definition'

/** One answer as a typed row, for counting and searching. `question` is its key, with `.part` for an answer in parts. */
export type AnswerRow = { question: string; kind: string; number: number | null; text: string | null; choices: string[] }

/**
 * An answer as rows: numbers as numbers, words as text, option keys as choices in the order given (`other` for words of the
 * customer's own, which are the text); a matrix, a constant sum and a gap have a row for each part. Contact details and files
 * have none: they identify a person and stand in the response alone.
 */
export const answerRows = ({ key, kind }: Question, answer: AnswerValue): AnswerRow[] => {
  const row = (part: Partial<AnswerRow>): AnswerRow => ({ question: key, kind, number: null, text: null, choices: [], ...part })
  if (kind === 'contact' || kind === 'file') return []
  if (typeof answer === 'number') return [row({ number: answer })]
  if (typeof answer === 'boolean') return [row({ choices: [answer ? 'yes' : 'no'] })]
  if (kind === 'text' || kind === 'date') return [row({ text: String(answer) })]
  // A row of a matrix may be called `other`: that is no answer in one's own words.
  if (isRecord(answer) && (kind === 'matrix' || !isOther(answer)))
    return Object.entries(answer).map(([part, value]) => ({
      ...row(typeof value === 'number' ? { number: value } : { choices: [String(value)] }),
      question: `${key}.${part}`,
    }))
  const choices = (Array.isArray(answer) ? answer : [answer]) as readonly (string | { other: string })[]
  return [
    row({
      text: choices.find(isOther)?.other ?? null,
      choices: choices.map((choice) => (isOther(choice) ? 'other' : choice)),
    }),
  ]
}
