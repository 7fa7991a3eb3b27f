/** @jsxImportSource preact */
import type { DateQuestion } from '@/domain/survey/definition'
import { dateCheck } from '@/domain/survey/kinds/check-date'
import { readText } from '../../fields'
import type { Kind } from './kind'

export const date: Kind<DateQuestion> = {
  View: ({ question: { key, earliest, latest, required }, answer, describedBy, isWrong }) => (
    <div class="measure">
      <input
        class="field"
        id={`i-${key}`}
        name={key}
        type="date"
        min={earliest}
        max={latest}
        required={required === true}
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
        value={answer as string}
      />
    </div>
  ),
  check: dateCheck,
  read: ({ key }, fields) => readText(fields, key),
  as: 'field',
}
