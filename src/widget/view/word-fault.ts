import { isOther, optionsOf, type Question } from '@/domain/survey/definition'
import type { AnswerFault } from '@/domain/survey/kinds/answer-check'
import { fill } from '../words/words'
import type { Tongue } from './props'

const written = ['text', 'number', 'contact']

/** A fault in the customer's words: what to do, not what went wrong. */
export const wordFault = ({ words, say, locale }: Tongue, question: Question, fault: AnswerFault, answer: unknown): string => {
  const { faults } = words
  const { kind } = question
  if (fault.code === 'required') {
    if ([answer].flat().some((choice) => isOther(choice) && !choice.other)) return faults.writeOther
    return kind === 'consent' ? faults.agree : written.includes(kind) ? faults.write : faults.required
  }
  if (fault.code === 'wrong_type')
    return fault.wanted === 'number' ? faults.notNumber : kind === 'file' ? faults.sending : faults.wrong
  const values: Record<string, unknown> = { ...fault }
  for (const name of ['earliest', 'latest'])
    if (values[name])
      values[name] = new Date(values[name] as string).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
  if (values.option) values.option = say(optionsOf(question).find(({ key }) => key === values.option)?.text)
  return fill(faults[fault.code] ?? faults.wrong, values)
}
