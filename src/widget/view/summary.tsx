/** @jsxImportSource preact */
import type { PageProps } from './props'
import { wordFault } from './word-fault'

/** Everything that is wrong on a page, above it, each with a way there. */
export const Summary = (props: PageProps) => {
  const { page, faults, given, words, say } = props
  const wrong = page.questions.filter(({ key }) => faults[key])
  return (
    <div class="summary" role="alert" tabIndex={-1}>
      <p>
        <strong>{words.faults.summary}</strong>
      </p>
      <ul>
        {wrong.map((question) => {
          const fault = faults[question.key]
          return (
            <li key={question.key}>
              <a href={`#q-${question.key}`}>{say(question.text)}</a>{' '}
              {fault && wordFault(props, question, fault, given[question.key])}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
