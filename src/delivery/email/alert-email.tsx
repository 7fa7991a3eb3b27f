import type { AlertContent } from './alert-content'

/** Mail programs know tables and inline styles; the style sheet only adds what some of them understand: dark mode. */
const dark = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .paper { background: #141517 !important; }
    .surface { background: #1b1d20 !important; border-color: #2c2f33 !important; }
    .ink { color: #ececec !important; }
    .ink2 { color: #a8adb3 !important; }
    .low { color: #ff8a5c !important; }
    .high { color: #74b3ec !important; }
    .button { background: #3bc9db !important; color: #10262a !important; }
    .link { color: #3bc9db !important; }
  }`

const font = 'Inter, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
const ink = { color: '#1d1f21', fontFamily: font } as const
const ink2 = { color: '#5c6166', fontFamily: font, fontSize: '14px', lineHeight: '20px' } as const
const markColors = { '▲': '#1c6fb5', '●': '#5c6166', '▼': '#c2410c' } as const
const markClasses = { '▲': 'high', '●': 'ink2', '▼': 'low' } as const

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
    {(content.comments.length > 0 ? content.comments.map((comment) => `“${comment}”`) : [content.words.noComment]).map(
      (comment) => (
        <p
          className="ink"
          key={comment}
          style={{ ...ink, fontSize: '18px', lineHeight: '27px', margin: '0 0 12px', whiteSpace: 'pre-wrap' }}
        >
          {comment}
        </p>
      ),
    )}
    <p style={{ ...ink2, fontSize: '15px', margin: '0 0 20px' }}>
      {content.score && (
        <strong className={markClasses[content.score.mark]} style={{ color: markColors[content.score.mark] }}>
          {content.score.mark} {content.score.text}
        </strong>
      )}
      <span className="ink2" style={ink2}>
        {content.score ? ' · ' : ''}
        {content.where} · {content.who}
      </span>
    </p>
  </>
)

const Actions = ({ content: { words, links, caseNumber } }: { content: AlertContent }) => (
  <p style={{ margin: '0 0 20px' }}>
    <a
      className="button"
      href={links.acknowledge}
      style={{
        background: '#0b7285',
        borderRadius: '8px',
        color: '#ffffff',
        display: 'inline-block',
        fontFamily: font,
        fontSize: '16px',
        fontWeight: 600,
        padding: '12px 24px',
        textDecoration: 'none',
      }}
    >
      {words.acknowledge}
    </a>
    <a className="link" href={links.open} style={{ color: '#0b7285', fontFamily: font, fontSize: '14px', marginLeft: '20px' }}>
      {caseNumber === undefined ? words.openResponse : words.openCase}
    </a>
  </p>
)

/** The alert mail: the customer's words, one button, then who, where and why. */
export const AlertEmail = ({ content }: { content: AlertContent }) => {
  const { words } = content
  return (
    <html lang={content.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <meta content="light dark" name="color-scheme" />
        <title>{content.subject}</title>
        <style>{dark}</style>
      </head>
      <body className="paper" style={{ background: '#fbfaf8', margin: 0, padding: '24px 12px' }}>
        <table cellPadding={0} cellSpacing={0} role="presentation" style={{ margin: '0 auto', maxWidth: '560px', width: '100%' }}>
          <tbody>
            <tr>
              <td
                className="surface"
                style={{ background: '#ffffff', border: '1px solid #e8e6e1', borderRadius: '10px', padding: '24px' }}
              >
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
              </td>
            </tr>
            <tr>
              <td className="ink2" style={{ ...ink2, fontSize: '12px', lineHeight: '18px', padding: '16px 8px' }}>
                {content.why}
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
}
