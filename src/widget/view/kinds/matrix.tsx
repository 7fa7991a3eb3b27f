/** @jsxImportSource preact */
import type { MatrixQuestion } from '@/domain/survey/definition'
import { matrixCheck } from '@/domain/survey/kinds/check-parts'
import { partField, readParts } from '../../fields'
import type { Kind } from './kind'

/** A table of radio buttons; where it is narrow its rows become cards, and each button shows its column's name. */
export const matrix: Kind<MatrixQuestion> = {
  View: ({ question: { key, rows, columns, required }, answer, say }) => (
    <table class="matrix" aria-labelledby={`t-${key}`}>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th scope="col" key={column.key}>
              {say(column.text)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{say(row.text)}</th>
            {columns.map((column) => (
              <td key={column.key}>
                <label class="option">
                  <input
                    type="radio"
                    name={partField(key, row.key)}
                    value={column.key}
                    checked={(answer as Record<string, string> | undefined)?.[row.key] === column.key}
                    required={required === true}
                    aria-label={`${say(row.text)}: ${say(column.text)}`}
                  />
                  <span aria-hidden="true">{say(column.text)}</span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ),
  check: matrixCheck,
  read: (question, fields) =>
    readParts(
      question,
      question.rows.map(({ key }) => key),
      fields,
    ),
  as: 'group',
}
