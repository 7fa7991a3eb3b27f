/** @jsxImportSource preact */
import type { Question } from '@/domain/survey/definition'
import type { AnswerFault } from '@/domain/survey/kinds/answer-check'
import { installKinds, kinds, type Live } from './kinds/kind'
import { parts } from './parts'
import type { Tongue } from './props'
import { firstKinds } from './scale'

installKinds(firstKinds)

type Props = Tongue & { question: Question; answer: unknown; fault: AnswerFault | undefined; live?: Live | undefined }

/** One question with its hint, what is wrong with its answer, and the control that fits its kind. */
export const QuestionView = (props: Props) => {
  const { question, fault, say, words, answer } = props
  const { key } = question
  const kind = kinds[question.kind]
  const hint = [say(question.hint), parts.advise?.(words, question)].filter(Boolean).join(' ')
  const describedBy = [hint && `h-${key}`, fault && `f-${key}`].filter(Boolean).join(' ') || undefined
  const text = say(question.text)
  const hinted = hint && (
    <p class="hint" id={`h-${key}`}>
      {hint}
    </p>
  )
  if (!kind)
    return (
      <div class="question statement" id={`q-${key}`}>
        {text}
        {hinted}
      </div>
    )
  const isField = kind.as === 'field'
  const [Group, Title] = isField ? (['div', 'label'] as const) : (['fieldset', 'legend'] as const)
  const isRadios = kind.as === 'radiogroup'
  return (
    <Group
      class="question"
      id={`q-${key}`}
      role={isRadios ? 'radiogroup' : undefined}
      aria-required={isRadios ? question.required === true : undefined}
      aria-invalid={isRadios && fault ? true : undefined}
      aria-describedby={isField ? undefined : describedBy}
    >
      <Title class="asked" id={`t-${key}`} for={isField ? `i-${key}` : undefined}>
        {text}
        {!question.required && <span class="optional"> {words.optional}</span>}
      </Title>
      {hinted}
      {fault && (
        <p class="fault" id={`f-${key}`}>
          {parts.wordFault?.(props, question, fault, answer)}
        </p>
      )}
      <kind.View {...props} describedBy={describedBy} isWrong={fault !== undefined} />
    </Group>
  )
}
