/** @jsxImportSource preact */
import { fill } from '../words/words'
import { parts } from './parts'
import type { PageProps } from './props'
import { QuestionView } from './question-view'

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
    enctype,
    hidden = [],
    say,
    words,
    isEmbedded,
    ...rest
  } = props
  return (
    <form method="post" action={action} enctype={enctype} noValidate class="page" id={isEmbedded ? undefined : 'earshot-page'}>
      {hidden.map(([name, value]) => (
        <input type="hidden" key={`${name}=${value}`} name={name} value={value} />
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
      {Object.keys(faults).length > 0 && parts.Summary && <parts.Summary {...props} />}
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
