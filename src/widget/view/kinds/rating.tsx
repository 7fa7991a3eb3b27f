/** @jsxImportSource preact */
import type { RatingQuestion } from '@/domain/survey/definition'
import { scaleCheck } from '@/domain/survey/kinds/check-scale'
import { fill } from '../../words/words'
import { Scale } from '../scale'
import type { ControlProps, Kind } from './kind'

/** From a mouth turned down to one turned up. */
const Smiley = ({ share }: { share: number }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10.5" />
    <path d={`M7 ${17 - share * 3}q5 ${share * 9 - 4.5} 10 0M8.5 9v.5M15.5 9v.5`} />
  </svg>
)

const Star = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 2.6l2.9 5.9 6.5.95-4.7 4.6 1.1 6.45L12 17.45 6.2 20.5l1.1-6.45-4.7-4.6 6.5-.95z" />
  </svg>
)

const Rating = (props: ControlProps<RatingQuestion>) => {
  const { scale: high, shape = 'stars' } = props.question
  const texts = props.words.kinds.rating
  const face = (value: number) => (
    <>
      {shape === 'stars' ? <Star /> : <Smiley share={(value - 1) / (high - 1)} />}
      <span class="digit" aria-hidden="true">
        {value}
      </span>
      <span class="unseen">{fill(texts.of, { value, high })}</span>
    </>
  )
  return (
    <Scale
      {...props}
      range={{ low: 1, high }}
      ends={texts}
      {...(shape === 'numbers' ? {} : { face, shape: `pictured ${shape}` })}
    />
  )
}

export const rating: Kind<RatingQuestion> = { View: Rating, check: scaleCheck, as: 'radiogroup' }
