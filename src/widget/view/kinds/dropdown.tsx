/** @jsxImportSource preact */
import { type DropdownQuestion, isOther } from '@/domain/survey/definition'
import { choiceCheck } from '@/domain/survey/kinds/check-choice'
import { otherValue, readChoices } from '../../fields'
import type { ControlProps, Kind, Live } from './kind'
import { OtherField } from './other'
import { tell } from './tell'

type Props = ControlProps<DropdownQuestion>
type Item = { value: string; text: string }
/** `typed` is there while the list is open; `at` is the option that Enter takes */
type Search = { typed?: string | undefined; at: number }

/** So short a list is quicker to look through than to search. */
const fewOptions = 7

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const pickedOf = (answer: unknown): unknown => (isOther(answer) ? otherValue : answer)

const Plain = ({ question, answer, words, describedBy, isWrong, items }: Props & { items: readonly Item[] }) => (
  <select
    class="field"
    id={`i-${question.key}`}
    name={question.key}
    required={question.required === true}
    aria-describedby={describedBy}
    aria-invalid={isWrong || undefined}
  >
    <option value="">{words.kinds.dropdown.choose}</option>
    {items.map(({ value, text }) => (
      <option key={value} value={value} selected={pickedOf(answer) === value}>
        {text}
      </option>
    ))}
  </select>
)

/** A field to search in, with the list of what fits: the combobox pattern of ARIA. */
const Combobox = ({
  question,
  answer,
  words,
  describedBy,
  isWrong,
  live,
  items,
}: Props & { items: readonly Item[]; live: Live }) => {
  const { key, required } = question
  live.own[key] ??= { at: 0 }
  const search = live.own[key] as Search
  const { typed, at } = search
  const isOpen = typed !== undefined
  const fitting = items.filter(({ text }) => fold(text).includes(fold(typed ?? '')))
  const chosen = items.find(({ value }) => value === pickedOf(answer))
  const show = (change: Partial<Search>): void => {
    Object.assign(search, change)
    live.redraw()
  }
  const open = () => isOpen || show({ typed: '', at: Math.max(0, items.indexOf(chosen as Item)) })
  const take = (from: Element, value: string | undefined): void => {
    search.typed = undefined
    if (value === undefined) live.redraw()
    else tell(from, key, value === otherValue ? { other: '' } : value)
  }
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (event.key === 'Escape' && isOpen) show({ typed: undefined })
    else if (event.key === 'Enter' && isOpen) take(event.currentTarget, fitting[at]?.value)
    else if (step && !isOpen) open()
    else if (step) show({ at: (at + step + fitting.length) % (fitting.length || 1) })
    else return
    event.preventDefault()
  }
  return (
    <div class="combo">
      <input
        class="field"
        id={`i-${key}`}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`l-${key}`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && fitting[at] ? `o-${key}-${fitting[at]?.value}` : undefined}
        aria-required={required === true}
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
        autoComplete="off"
        placeholder={chosen?.text ?? words.kinds.dropdown.choose}
        value={typed ?? chosen?.text ?? ''}
        onClick={open}
        onBlur={() => isOpen && show({ typed: undefined })}
        onInput={(event) => {
          event.stopPropagation()
          show({ typed: event.currentTarget.value, at: 0 })
        }}
        onKeyDown={onKeyDown}
      />
      <input type="hidden" name={key} value={String(pickedOf(answer) ?? '')} />
      <div role="listbox" class="list" id={`l-${key}`} aria-labelledby={`t-${key}`} hidden={!isOpen || fitting.length === 0}>
        {isOpen &&
          fitting.map(({ value, text }, index) => (
            <div
              role="option"
              tabIndex={-1}
              id={`o-${key}-${value}`}
              key={value}
              aria-selected={value === chosen?.value}
              class={index === at ? 'at' : undefined}
              ref={index === at ? (item) => item?.scrollIntoView({ block: 'nearest' }) : null}
              // Before the field loses the focus, which closes the list.
              onMouseDown={(event) => {
                event.preventDefault()
                take(event.currentTarget, value)
              }}
            >
              {text}
            </div>
          ))}
      </div>
      <p class="hint" role="status">
        {isOpen && fitting.length === 0 && words.kinds.dropdown.none}
      </p>
    </div>
  )
}

const Dropdown = (props: Props) => {
  const { question, answer, live, say, words } = props
  const items = question.options.map(({ key, text }) => ({ value: key, text: say(text) }))
  if (question.other) items.push({ value: otherValue, text: words.other })
  return (
    <div class="pick">
      {live && items.length > fewOptions ? <Combobox {...props} live={live} items={items} /> : <Plain {...props} items={items} />}
      {question.other && (!live || isOther(answer)) && <OtherField {...props} />}
    </div>
  )
}

export const dropdown: Kind<DropdownQuestion> = {
  View: Dropdown,
  check: choiceCheck,
  read: (question, fields) => readChoices(question, fields)[0],
  as: 'field',
}
