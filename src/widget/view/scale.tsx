/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { scaleCheck } from '@/domain/survey/kinds/check-scale'
import { rangeOf, type ScaleEnds, type ScaleQuestion } from '@/domain/survey/question'
import { partField } from '../fields'
import type { Ends } from '../words/words'
import type { Kind, Kinds } from './kinds/kind'
import type { Tongue } from './props'

type Props = Pick<Tongue, 'say'> & {
  question: { key: string; required?: boolean | undefined; ends?: ScaleEnds | undefined }
  /** of a question in parts */
  part?: string
  answer: unknown
  range: { low: number; high: number }
  /** in words, where the question has none of its own */
  ends: Ends
  shape?: string
  /** what stands on a point instead of its number */
  face?: (value: number) => ComponentChildren
}

/** More points than these stand in two rows on a phone. */
const oneRow = 6

/** A row of numbers or pictures as native radio buttons; the ends are in words, for the ear too. */
export const Scale = ({ question, part, answer, range, say, ends, shape = '', face }: Props) => {
  const { key, required } = question
  const { low, high } = range
  const [first, last] = [say(question.ends?.low) || ends.low, say(question.ends?.high) || ends.high]
  const values = Array.from({ length: high - low + 1 }, (_, index) => low + index)
  return (
    <div class={`scale of${values.length}${values.length > oneRow ? ' two' : ''} ${shape}`}>
      <div class="points">
        {values.map((value) => (
          <label class="point" key={value}>
            <input
              type="radio"
              name={part ? partField(key, part) : key}
              value={value}
              checked={answer === value}
              required={required === true}
            />
            <span class="face">
              {face ? face(value) : value}
              {value === low && <span class="unseen">, {first}</span>}
              {value === high && <span class="unseen">, {last}</span>}
            </span>
          </label>
        ))}
      </div>
      <div class="ends" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </div>
  )
}

const scaleKind: Kind<ScaleQuestion> = {
  View: (props) => (
    <Scale {...props} range={rangeOf(props.question) ?? { low: 0, high: 10 }} ends={props.words.ends[props.question.kind]} />
  ),
  check: scaleCheck,
  as: 'radiogroup',
}

/** The kinds that an embed shows before anything else has come. */
export const firstKinds: Kinds = { nps: scaleKind, csat: scaleKind, ces: scaleKind }
