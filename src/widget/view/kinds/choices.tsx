/** @jsxImportSource preact */
import {
  type ImageChoiceQuestion,
  isOther,
  type MultiChoiceQuestion,
  type SingleChoiceQuestion,
} from '@/domain/survey/definition'
import { choiceCheck, choicesCheck } from '@/domain/survey/kinds/check-choice'
import { otherValue, readChoices } from '../../fields'
import type { ControlProps, Kind } from './kind'
import { OtherField } from './other'

type Props = ControlProps<SingleChoiceQuestion | MultiChoiceQuestion | ImageChoiceQuestion>

/** An option that stands alone is taken back by any other, and takes back all others. */
const keepAlone = (
  { question }: Props,
  { currentTarget: { form, value, checked } }: Event & { currentTarget: HTMLInputElement },
) => {
  const alone = question.options.filter((option) => 'exclusive' in option && option.exclusive).map(({ key }) => key)
  if (!checked || !form || alone.length === 0) return
  for (const box of form.querySelectorAll<HTMLInputElement>(`[name="${question.key}"]`))
    if (box.value !== value && (alone.includes(value) || alone.includes(box.value))) box.checked = false
}

const hide = (picture: HTMLElement): void => {
  picture.hidden = true
}

/** One or many of several options, with pictures, or with a text of the customer's own where the question allows it. */
const Choices = (props: Props) => {
  const { question, answer, say, words, describedBy, isWrong } = props
  const isMulti = question.kind === 'multi_choice'
  const chosen: readonly unknown[] = [answer].flat()
  const option = (value: string, text: string, isChosen: boolean, image?: string) => (
    <label class="option" key={value}>
      <input
        type={isMulti ? 'checkbox' : 'radio'}
        name={question.key}
        value={value}
        checked={isChosen}
        required={!isMulti && question.required === true}
        onInput={isMulti ? (event) => keepAlone(props, event) : undefined}
        {...(isMulti && isWrong ? { 'aria-invalid': true, 'aria-describedby': describedBy } : {})}
      />
      {image && (
        <img
          src={image}
          alt=""
          onError={({ currentTarget }) => hide(currentTarget)}
          // One that a server's page failed to get before the script came tells nobody any more.
          ref={(picture) => {
            if (picture?.complete && picture.naturalWidth === 0) picture.decode().catch(() => hide(picture))
          }}
        />
      )}
      <span>{text}</span>
    </label>
  )
  return (
    <div class={`options${question.kind === 'image_choice' ? ' pictures' : ''}`}>
      {question.options.map((one) =>
        option(one.key, say(one.text), chosen.includes(one.key), 'image' in one ? one.image : undefined),
      )}
      {'other' in question && question.other && (
        <div class="other">
          {option(otherValue, words.other, chosen.some(isOther))}
          <OtherField {...props} />
        </div>
      )}
    </div>
  )
}

export const oneChoice: Kind<SingleChoiceQuestion | ImageChoiceQuestion> = {
  View: Choices,
  check: choiceCheck,
  read: (question, fields) => readChoices(question, fields)[0],
  as: 'radiogroup',
}

export const manyChoices: Kind<MultiChoiceQuestion> = { View: Choices, check: choicesCheck, read: readChoices, as: 'group' }
