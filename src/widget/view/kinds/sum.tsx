/** @jsxImportSource preact */
import type { ConstantSumQuestion } from '@/domain/survey/definition'
import { sumCheck } from '@/domain/survey/kinds/check-parts'
import { partField, readParts, toNumber } from '../../fields'
import { fill } from '../../words/words'
import type { Kind } from './kind'

export const sum: Kind<ConstantSumQuestion> = {
  View: ({ question: { key, options, total, unit }, answer, say, words, describedBy, isWrong }) => {
    const given = (answer ?? {}) as Record<string, unknown>
    const rest = total - options.reduce((all, option) => all + (Number(given[option.key]) || 0), 0)
    const texts = words.kinds.sum
    return (
      <div class="across">
        {options.map((option) => (
          <label key={option.key}>
            <span>{say(option.text)}</span>
            <input
              class="field"
              name={partField(key, option.key)}
              inputMode="numeric"
              autoComplete="off"
              aria-describedby={[describedBy, `r-${key}`].filter(Boolean).join(' ')}
              aria-invalid={isWrong || undefined}
              value={given[option.key] as string}
            />
          </label>
        ))}
        <output class={rest < 0 ? 'rest over' : 'rest'} id={`r-${key}`}>
          {fill(rest < 0 ? texts.over : texts.left, { rest: `${Math.abs(rest)} ${say(unit)}`.trim() })}
        </output>
      </div>
    )
  },
  check: sumCheck,
  read: (question, fields) =>
    readParts(
      question,
      question.options.map(({ key }) => key),
      fields,
      (text) => toNumber(text.trim()),
    ),
  as: 'group',
}
