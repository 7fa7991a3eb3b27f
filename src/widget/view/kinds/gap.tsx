/** @jsxImportSource preact */
import { type GapQuestion, gapParts, gapRange } from '@/domain/survey/definition'
import { gapCheck } from '@/domain/survey/kinds/check-parts'
import { readParts, toNumber } from '../../fields'
import { Scale } from '../scale'
import type { Kind } from './kind'

/** The same thing asked three times, each on a scale of its own. */
export const gap: Kind<GapQuestion> = {
  View: (props) => {
    const { key } = props.question
    const texts = props.words.kinds.gap
    return (
      <>
        {gapParts.map((part) => (
          <div role="radiogroup" class="part-of" aria-labelledby={`t-${key}-${part}`} key={part}>
            <p id={`t-${key}-${part}`}>{texts[part]}</p>
            <Scale
              {...props}
              part={part}
              range={gapRange}
              ends={texts}
              answer={(props.answer as Record<string, unknown>)?.[part]}
            />
          </div>
        ))}
      </>
    )
  },
  check: gapCheck,
  read: (question, fields) => readParts(question, gapParts, fields, toNumber),
  as: 'group',
}
