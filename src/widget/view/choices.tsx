/** @jsxImportSource preact */
import { type MultiChoiceQuestion, maxOtherLength, type SingleChoiceQuestion } from '@/domain/survey/definition'
import { otherField, otherValue } from '../fields'
import type { Tongue } from './props'

export type ChoicesProps = Tongue & {
  question: SingleChoiceQuestion | MultiChoiceQuestion
  answer: unknown
  describedBy: string | undefined
  isWrong: boolean
}

const isOther = (choice: unknown): choice is { other: string } =>
  typeof choice === 'object' && choice !== null && 'other' in choice

/** One or many of several options, with a text of the customer's own where the question allows it. */
export const Choices = ({ question, answer, say, words, describedBy, isWrong }: ChoicesProps) => {
  const isMulti = question.kind === 'multi_choice'
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  const other = chosen.find(isOther)
  const option = (value: string, text: string, isChosen: boolean) => (
    <label class="option" key={value}>
      <input
        type={isMulti ? 'checkbox' : 'radio'}
        name={question.key}
        value={value}
        checked={isChosen}
        required={!isMulti && question.required === true}
        {...(isMulti && isWrong ? { 'aria-invalid': true, 'aria-describedby': describedBy } : {})}
      />
      <span class="face">{text}</span>
    </label>
  )
  return (
    <div class="options">
      {question.options.map(({ key, text }) => option(key, say(text), chosen.includes(key)))}
      {question.other && (
        <div class="other">
          {option(otherValue, words.other, other !== undefined)}
          <input
            class="field"
            type="text"
            name={otherField(question.key)}
            aria-label={words.otherText}
            placeholder={words.otherText}
            maxLength={maxOtherLength}
            value={other?.other ?? ''}
            autoComplete="off"
          />
        </div>
      )}
    </div>
  )
}
