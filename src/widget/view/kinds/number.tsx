/** @jsxImportSource preact */
import type { NumberQuestion } from '@/domain/survey/definition'
import { numberCheck } from '@/domain/survey/kinds/check-number'
import { readText } from '../../fields'
import type { Kind } from './kind'

/**
 * A number as people write it: Arabic and full-width digits, a comma or a point before decimals, groups of thousands. What is
 * no number stays text, for the check to refuse.
 */
export const parseNumber = (typed: string, decimals = 0): number | string => {
  const text = typed
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s'’٬]/g, '')
    .replace(/٫/g, '.')
    .replace('−', '-')
  const grouped = decimals ? text.replace(/[.,](?=.*[.,])/g, '') : text.replace(/[.,](?=\d{3}(\D|$))/g, '')
  return /^-?\d{1,15}([.,]\d{1,9})?$/.test(grouped) ? Number(grouped.replace(',', '.')) : typed
}

const own = '.typed'

export const number: Kind<NumberQuestion> = {
  View: ({ question: { key, decimals, unit, required, minimum = -1 }, answer, locale, say, describedBy, isWrong, live }) => {
    // While it is typed it stays as it is typed: "1," would else lose its comma before the 5.
    const typed = live?.own[key + own] as string | undefined
    const written =
      typeof answer === 'number' ? answer.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 9 }) : answer
    return (
      <div class="measure">
        <input
          class="field"
          id={`i-${key}`}
          name={key}
          inputMode={minimum < 0 ? 'text' : decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          required={required === true}
          aria-describedby={[describedBy, unit && `u-${key}`].filter(Boolean).join(' ') || undefined}
          aria-invalid={isWrong || undefined}
          value={(typed !== undefined && parseNumber(typed, decimals) === answer ? typed : written) as string}
          onInput={({ currentTarget }) => {
            if (live) live.own[key + own] = currentTarget.value
          }}
        />
        {unit && <span id={`u-${key}`}>{say(unit)}</span>}
      </div>
    )
  },
  check: numberCheck,
  read: ({ key, decimals }, fields) => {
    const text = readText(fields, key).trim()
    return text && parseNumber(text, decimals)
  },
  as: 'field',
}
