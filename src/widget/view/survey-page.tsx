/** @jsxImportSource preact */
import { fill } from '../words/words'
import type { PageProps } from './props'
import { QuestionView } from './question-view'
import { wordFault } from './word-fault'

const Summary = ({ page, faults, given, words, say }: PageProps) => {
  const wrong = page.questions.filter(({ key }) => faults[key])
  if (wrong.length === 0) return null
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
              <a href={question.kind === 'text' ? `#i-${question.key}` : `#q-${question.key}`}>{say(question.text)}</a>{' '}
              {fault && wordFault(words, question, fault, given[question.key])}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** A page of questions as one form, which works as it stands and is taken over by the script where there is one. */
export const SurveyPage = (props: PageProps) => {
  const {
    definition,
    page,
    position,
    count,
    isLast,
    given,
    faults,
    notice,
    action,
    hidden = [],
    say,
    words,
    isEmbedded,
    ...rest
  } = props
  return (
    <form method="post" action={action} noValidate class="page" id={isEmbedded ? undefined : 'earshot-page'}>
      {hidden.map(([name, value], index) => (
        <input type="hidden" key={`${name} ${index}`} name={name} value={value} />
      ))}
      {definition.progress && (
        <div class="progress">
          <progress max={count} value={position} aria-label={fill(words.pageOf, { page: position, count })} />
          <span>{fill(words.pageOf, { page: position, count })}</span>
        </div>
      )}
      {notice && (
        <p class="notice" role="alert">
          {notice}
        </p>
      )}
      <Summary {...props} />
      {page.page.title && <h2 class="part">{say(page.page.title)}</h2>}
      {page.questions.map((question) => (
        <QuestionView
          key={question.key}
          {...rest}
          say={say}
          words={words}
          question={question}
          answer={given[question.key]}
          fault={faults[question.key]}
        />
      ))}
      <div class="moves">
        <button class="primary" type="submit">
          {isLast ? words.send : words.next}
        </button>
        {position > 1 && (
          <button class="quiet" type="submit" name="_go" value="back">
            {words.back}
          </button>
        )}
      </div>
    </form>
  )
}
