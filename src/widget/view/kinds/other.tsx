/** @jsxImportSource preact */
import { isOther, maxOtherLength } from '@/domain/survey/definition'
import { otherField } from '../../fields'
import type { ControlProps } from './kind'

/** The field for "something else"; it shows once that is chosen. */
export const OtherField = ({ question, answer, words }: Pick<ControlProps, 'question' | 'answer' | 'words'>) => (
  <input
    class="field"
    type="text"
    name={otherField(question.key)}
    aria-label={words.otherText}
    placeholder={words.otherText}
    maxLength={maxOtherLength}
    value={[answer].flat().find(isOther)?.other ?? ''}
    autoComplete="off"
  />
)
