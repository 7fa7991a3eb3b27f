/** @jsxImportSource preact */
import { type RatingQuestion, rangeOf, type ScaleQuestion } from '@/domain/survey/definition'
import { fill } from '../words/words'
import { optionsOf, type Tongue } from './props'

type Props = Tongue & { question: ScaleQuestion | RatingQuestion; answer: unknown }

const Star = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 2.6l2.9 5.9 6.5.95-4.7 4.6 1.1 6.45L12 17.45 6.2 20.5l1.1-6.45-4.7-4.6 6.5-.95z" />
  </svg>
)

/** A row of numbers or stars as native radio buttons; the ends are in words, for the ear too. */
export const Scale = ({ question, answer, say, words }: Props) => {
  const { low, high } = rangeOf(question) ?? { low: 0, high: 10 }
  const isStars = question.kind === 'rating' && question.shape !== 'numbers'
  const ends = optionsOf(say, question.ends?.low, question.ends?.high, words.ends[question.kind])
  const values = Array.from({ length: high - low + 1 }, (_, index) => low + index)
  return (
    <div class={`scale of${values.length}${isStars ? ' stars' : ''}`}>
      <div class="points">
        {values.map((value) => (
          <label class="point" key={value}>
            <input
              type="radio"
              name={question.key}
              value={value}
              checked={answer === value}
              required={question.required === true}
            />
            <span class="face">
              {isStars && <Star />}
              <span class="digit" aria-hidden={isStars}>
                {value}
              </span>
              {isStars && <span class="unseen">{fill(words.starsOf, { value, high })}</span>}
              {value === low && <span class="unseen">, {ends.low}</span>}
              {value === high && <span class="unseen">, {ends.high}</span>}
            </span>
          </label>
        ))}
      </div>
      <div class="ends" aria-hidden="true">
        <span>{ends.low}</span>
        <span>{ends.high}</span>
      </div>
    </div>
  )
}
