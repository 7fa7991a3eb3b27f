/** @jsxImportSource preact */
import { maxLengthOf, type TextQuestion } from '@/domain/survey/definition'
import { textCheck } from '@/domain/survey/kinds/check-text'
import { readText } from '../../fields'
import { fill } from '../../words/words'
import type { ControlProps, Kind } from './kind'

/** From here on the counter is worth looking at. */
const nearlyFull = 0.8

/** The customer's own words: in a line, or as long as they like. */
const TextField = ({ question, answer, words, describedBy, isWrong }: ControlProps<TextQuestion>) => {
  const { key, long, required, minLength = 0 } = question
  const max = maxLengthOf(question)
  const value = typeof answer === 'string' ? answer : ''
  const used = value.length
  const isShort = used > 0 && value.trim().length < minLength
  const field = {
    class: 'field',
    id: `i-${key}`,
    name: key,
    required: required === true,
    'aria-describedby': [describedBy, `c-${key}`].filter(Boolean).join(' '),
    'aria-invalid': isWrong || undefined,
    value,
  }
  return (
    <div class="text">
      {long ? <textarea {...field} rows={6} /> : <input {...field} type="text" />}
      <p class={`counter${used > max ? ' over' : isShort || used >= max * nearlyFull ? ' near' : ''}`} id={`c-${key}`}>
        {fill(isShort ? words.kinds.text.atLeast : words.kinds.text.counter, { used, max: isShort ? minLength : max })}
      </p>
    </div>
  )
}

export const text: Kind<TextQuestion> = {
  View: TextField,
  check: textCheck,
  read: ({ key }, fields) => readText(fields, key),
  as: 'field',
}
