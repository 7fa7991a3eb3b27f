/** @jsxImportSource preact */

import type { Question } from '@/domain/survey/definition'
import type { AnswerFault } from '@/domain/survey/kinds/answer-check'
import { fill } from '../words/words'
import { parts } from './parts'
import type { Tongue } from './props'
import { Scale } from './scale'

type Props = Tongue & { question: Question; answer: unknown; fault: AnswerFault | undefined }

const howMany = (question: Question, { words }: Tongue): string | undefined => {
  if (question.kind !== 'multi_choice') return undefined
  const { minimum = 0, maximum } = question
  if (minimum > 0 && maximum !== undefined) return fill(words.chooseBetween, { minimum, maximum })
  if (maximum !== undefined) return fill(words.chooseUpTo, { maximum })
  return minimum > 0 ? fill(words.chooseAtLeast, { minimum }) : words.chooseAny
}

const Control = (props: Props & { describedBy: string | undefined }) => {
  const { question, fault, ...rest } = props
  const isWrong = fault !== undefined
  switch (question.kind) {
    case 'statement':
      return null
    case 'text':
      return parts.TextField && <parts.TextField {...rest} question={question} isWrong={isWrong} />
    case 'single_choice':
    case 'multi_choice':
      return parts.Choices && <parts.Choices {...rest} question={question} isWrong={isWrong} />
    case 'nps':
    case 'csat':
    case 'ces':
    case 'rating':
      return <Scale {...rest} question={question} />
    default:
      return null
  }
}

/** One question with its hint, what is wrong with its answer, and the control that fits its kind. */
export const QuestionView = (props: Props) => {
  const { question, fault, say, words, answer } = props
  const { key, kind } = question
  const hint = [question.hint && say(question.hint), howMany(question, props)].filter(Boolean).join(' ')
  const describedBy = [hint && `h-${key}`, fault && `f-${key}`].filter(Boolean).join(' ') || undefined
  const body = (
    <>
      {hint && (
        <p class="hint" id={`h-${key}`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`f-${key}`}>
          {parts.wordFault?.(words, question, fault, answer)}
        </p>
      )}
      <Control {...props} describedBy={describedBy} />
    </>
  )
  const text = (
    <>
      {say(question.text)}
      {!question.required && kind !== 'statement' && <span class="optional"> {words.optional}</span>}
    </>
  )
  if (kind === 'statement')
    return (
      <div class="question statement" id={`q-${key}`}>
        {say(question.text)}
        {hint && <p class="hint">{hint}</p>}
      </div>
    )
  if (kind === 'text')
    return (
      <div class="question" id={`q-${key}`}>
        <label class="asked" id={`t-${key}`} for={`i-${key}`}>
          {text}
        </label>
        {body}
      </div>
    )
  const group =
    kind === 'multi_choice'
      ? {}
      : { role: 'radiogroup' as const, 'aria-required': question.required === true, 'aria-invalid': fault ? true : undefined }
  return (
    <fieldset class="question" id={`q-${key}`} aria-describedby={describedBy} {...group}>
      <legend class="asked">{text}</legend>
      {body}
    </fieldset>
  )
}
