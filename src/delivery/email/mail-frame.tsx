import type { CSSProperties, ReactNode } from 'react'

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

export const font = 'Inter, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
export const ink = { color: '#1d1f21', fontFamily: font } as const
export const ink2 = { color: '#5c6166', fontFamily: font, fontSize: '14px', lineHeight: '20px' } as const

const bare = { cellPadding: 0, cellSpacing: 0, role: 'presentation' } as const
const surface: CSSProperties = { background: '#ffffff', border: '1px solid #e8e6e1', borderRadius: '10px', padding: '24px' }

type MailDocumentProps = {
  locale: string
  direction?: 'ltr' | 'rtl'
  subject: string
  /** what else is different in the dark: rules of a style sheet */
  inTheDark?: string
  children: ReactNode
}

/** A mail's document: paper, readable in the dark, at the width of the window. */
export const MailDocument = ({ locale, direction = 'ltr', subject, inTheDark = '', children }: MailDocumentProps) => (
  <html dir={direction} lang={locale}>
    <head>
      <meta charSet="utf-8" />
      <meta content="width=device-width, initial-scale=1" name="viewport" />
      <meta content="light dark" name="color-scheme" />
      <title>{subject}</title>
      <style>{`${dark}${inTheDark && `\n  @media (prefers-color-scheme: dark) {${inTheDark}}`}`}</style>
    </head>
    <body className="paper" style={{ background: '#fbfaf8', margin: 0, padding: '24px 12px' }}>
      {children}
    </body>
  </html>
)

type MailFrameProps = {
  locale: string
  direction?: 'ltr' | 'rtl'
  subject: string
  footer?: ReactNode
  children: ReactNode
}

/** What the product's own mails share: one card on paper, and a line below that says why it came. */
export const MailFrame = ({ locale, direction = 'ltr', subject, footer, children }: MailFrameProps) => (
  <MailDocument locale={locale} direction={direction} subject={subject}>
    <table {...bare} style={{ margin: '0 auto', maxWidth: '560px', width: '100%' }}>
      <tbody>
        <tr>
          <td className="surface" style={surface}>
            {children}
          </td>
        </tr>
        {footer !== undefined && (
          <tr>
            <td className="ink2" style={{ ...ink2, fontSize: '12px', lineHeight: '18px', padding: '16px 8px' }}>
              {footer}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  </MailDocument>
)

const button: CSSProperties = {
  background: '#0b7285',
  borderRadius: '8px',
  color: '#ffffff',
  display: 'inline-block',
  fontFamily: font,
  fontSize: '16px',
  fontWeight: 600,
  padding: '12px 24px',
  textDecoration: 'none',
}

/** The one thing that a mail asks for. */
export const MailButton = ({ href, children }: { href: string; children: string }) => (
  <a className="button" href={href} style={button}>
    {children}
  </a>
)
