/** @jsxImportSource preact */
import { type AcknowledgeWords, acknowledgeWords, fillIn } from '@/i18n/acknowledge-words'
import type { AlertLink } from '@/pipeline/act/open-alert-link'
import type { Taken } from '@/pipeline/act/take-by-link'
import { renderDocument } from '../document'
import { Clock } from './clock'
import { acknowledgeCss } from './styles'

/** `did`: what was just done, by the person who looks */
type Did = 'acknowledge' | 'take' | undefined

type Props = { link: Taken; action: string; now: Date; did?: Did }

const Fact = ({ label, value, href }: { label: string; value: string | undefined; href?: string }) =>
  value ? (
    <div>
      <dt>{label}</dt>
      <dd>{href ? <a href={href}>{value}</a> : value}</dd>
    </div>
  ) : null

const saidOf = ({ standing, overruledBy }: Taken, words: AcknowledgeWords, did: Did): string => {
  if (overruledBy) return fillIn(words.overruled, { by: overruledBy })
  if (did) return did === 'take' ? words.taken : words.done
  return standing.acknowledged ? words.already : words.handled
}

const Outcome = ({ link, words, did }: { link: Taken; words: AcknowledgeWords; did: Did }) => {
  const { acknowledged, locale } = link.standing
  const time = new Intl.DateTimeFormat(locale, { timeZone: link.timeZone, dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div class="done" role="status">
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="17" />
        <path d="M11 18.6l4.8 4.8 9.4-10" />
      </svg>
      <div>
        <strong>{saidOf(link, words, did)}</strong>
        {acknowledged && <span>{fillIn(words.byAt, { by: acknowledged.by, at: time.format(acknowledged.at) })}</span>}
      </div>
    </div>
  )
}

const Said = ({ content }: Pick<AlertLink, 'content'>) => (
  <>
    <p class="score">
      {content.score && (
        <span class={content.score.mark}>
          {content.score.mark} {content.score.text}
        </span>
      )}
      <span>
        {content.score ? ' · ' : ''}
        {content.where}
      </span>
    </p>
    {content.found !== undefined && <p class="found">{content.found}</p>}
    {content.comments.map((comment) => (
      <blockquote key={comment}>“{comment}”</blockquote>
    ))}
    {content.comments.length === 0 && content.found === undefined && (
      <blockquote class="none">{content.words.noComment}</blockquote>
    )}
  </>
)

/** The case behind an alert mail's button: what was said, by whom and where, the clock, and the one thing to do. */
export const renderCasePage = ({ link, action, now, did }: Props) => {
  const { content, standing, consoleUrl, isWaiting, canTake, overruledBy } = link
  const words = acknowledgeWords(standing.locale)
  const mail = content.words
  const title = standing.case ? fillIn(words.title, { number: standing.case.number }) : words.titleAlert
  const status = standing.case?.status ?? standing.alertStatus
  return renderDocument({
    locale: standing.locale,
    title,
    css: acknowledgeCss,
    body: (
      <main>
        <div class="head">
          <h1>{title}</h1>
          <span class="severity" data-severity={content.severityKey}>
            {content.severity}
          </span>
          <span>{words.statuses[status] ?? status}</span>
          {standing.case?.dueAt && ['open', 'acknowledged', 'in_progress'].includes(status) && (
            <Clock openedAt={standing.case.openedAt} dueAt={standing.case.dueAt} now={now} words={words} />
          )}
        </div>
        {(!isWaiting || overruledBy) && <Outcome link={link} words={words} did={did} />}
        <Said content={content} />
        <dl>
          <Fact label={mail.from} value={content.who} />
          <Fact label={mail.call} value={content.phone} href={`tel:${content.phone}`} />
          <Fact label={mail.write} value={content.email} href={`mailto:${content.email}`} />
          <Fact label={mail.received} value={content.received} />
          <Fact label={words.owner} value={standing.case?.owner ?? undefined} />
          <Fact label={mail.dueLabel} value={content.due} />
          <Fact label={mail.history} value={content.history} />
          {content.answers.map(({ question, answer }) => (
            <Fact key={question} label={question} value={answer} />
          ))}
        </dl>
        <div class="act">
          {isWaiting ? (
            <form method="post" action={action}>
              <button type="submit">{words.acknowledge}</button>
              <p class="note">{standing.case ? words.promise : words.promiseAlert}</p>
            </form>
          ) : (
            <a class="button" href={consoleUrl}>
              {standing.case ? words.openCase : words.openAlerts}
            </a>
          )}
          {canTake && standing.case && (
            <form method="post" action={action}>
              <input type="hidden" name="do" value="take" />
              <input type="hidden" name="seen" value={standing.case.events} />
              <button class="second" type="submit">
                {words.take}
              </button>
              <p class="note">{words.promiseTake}</p>
            </form>
          )}
        </div>
      </main>
    ),
  })
}
