/** @jsxImportSource preact */
import { maxLengthOf, type TextQuestion } from '@/domain/survey/definition'
import { fill } from '../words/words'
import type { Tongue } from './props'

export type TextFieldProps = Tongue & {
  question: TextQuestion
  answer: unknown
  describedBy: string | undefined
  isWrong: boolean
}

/** From here on the counter is worth looking at. */
const nearlyFull = 0.8

/** The customer's own words. The field is tall even for short answers: a line that scrolls sideways invites three words. */
export const TextField = ({ question, answer, words, describedBy, isWrong }: TextFieldProps) => {
  const max = maxLengthOf(question)
  const text = typeof answer === 'string' ? answer : ''
  const describedByAll = [describedBy, `c-${question.key}`].filter(Boolean).join(' ')
  return (
    <div class="text">
      <textarea
        class="field"
        id={`i-${question.key}`}
        name={question.key}
        rows={question.long ? 6 : 3}
        required={question.required === true}
        aria-labelledby={`t-${question.key}`}
        aria-describedby={describedByAll}
        aria-invalid={isWrong || undefined}
        value={text}
      />
      <p
        class={text.length > max ? 'counter over' : text.length >= max * nearlyFull ? 'counter near' : 'counter'}
        id={`c-${question.key}`}
      >
        {fill(words.counter, { used: text.length, max })}
      </p>
    </div>
  )
}
