import type { AlertContent } from './alert-content'
import { font, ink, ink2, MailButton, MailFrame } from './mail-frame'
import { markClasses, markColors } from './mark-colors'

const Fact = ({ label, value, href }: { label: string; value: string | undefined; href?: string }) =>
  value === undefined ? null : (
    <tr>
      <td className="ink2" style={{ ...ink2, padding: '3px 16px 3px 0', verticalAlign: 'top', width: '38%' }}>
        {label}
      </td>
      <td className="ink" style={{ ...ink, fontSize: '14px', lineHeight: '20px', padding: '3px 0' }}>
        {href ? (
          <a className="link" href={href} style={{ color: '#0b7285' }}>
            {value}
          </a>
        ) : (
          value
        )}
      </td>
    </tr>
  )

const Words = ({ content }: { content: AlertContent }) => (
  <>
    {(content.found !== undefined
      ? [content.found]
      : content.comments.length > 0
        ? content.comments.map((comment) => `“${comment}”`)
        : [content.words.noComment]
    ).map((comment) => (
      <p
        className="ink"
        key={comment}
        style={{ ...ink, fontSize: '18px', lineHeight: '27px', margin: '0 0 12px', whiteSpace: 'pre-wrap' }}
      >
        {comment}
      </p>
    ))}
    <p style={{ ...ink2, fontSize: '15px', margin: '0 0 20px' }}>
      {content.score && (
        <strong className={markClasses[content.score.mark]} style={{ color: markColors[content.score.mark] }}>
          {content.score.mark} {content.score.text}
        </strong>
      )}
      <span className="ink2" style={ink2}>
        {content.score ? ' · ' : ''}
        {[content.where, content.who].filter(Boolean).join(' · ')}
      </span>
    </p>
  </>
)

const Actions = ({ content: { words, links, openLabel } }: { content: AlertContent }) => (
  <p style={{ margin: '0 0 20px' }}>
    <MailButton href={links.acknowledge}>{words.acknowledge}</MailButton>
    <a className="link" href={links.open} style={{ color: '#0b7285', fontFamily: font, fontSize: '14px', marginLeft: '20px' }}>
      {openLabel}
    </a>
  </p>
)

/** The alert mail: the customer's words, one button, then who, where and why. */
export const AlertEmail = ({ content }: { content: AlertContent }) => {
  const { words } = content
  return (
    <MailFrame locale={content.locale} subject={content.subject} footer={content.why}>
      <Words content={content} />
      <Actions content={content} />
      <table cellPadding={0} cellSpacing={0} role="presentation">
        <tbody>
          <Fact label={words.caseLabel} value={content.caseNumber?.toString()} />
          <Fact label={words.dueLabel} value={content.due} />
          <Fact label={words.severity} value={content.severity} />
          <Fact label={words.from} value={content.who} />
          <Fact href={`tel:${content.phone}`} label={words.call} value={content.phone} />
          <Fact href={`mailto:${content.email}`} label={words.write} value={content.email} />
          <Fact label={words.at} value={content.where} />
          <Fact label={words.received} value={content.received} />
          <Fact label={words.history} value={content.history} />
          {content.answers.map(({ question, answer }) => (
            <Fact key={question} label={question} value={answer} />
          ))}
        </tbody>
      </table>
    </MailFrame>
  )
}
