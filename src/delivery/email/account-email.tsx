type AccountEmailProps = { locale: string; subject: string; lead: string; button: string; hint: string; url: string }

const font = 'Inter, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

const dark = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .paper { background: #141517 !important; }
    .surface { background: #1b1d20 !important; border-color: #2c2f33 !important; }
    .ink { color: #ececec !important; }
    .ink2 { color: #a8adb3 !important; }
    .button { background: #3bc9db !important; color: #10262a !important; }
  }`

/** A mail about a member's account: one sentence, one button, and what to do if it wasn't expected. */
export const AccountEmail = ({ locale, subject, lead, button, hint, url }: AccountEmailProps) => (
  <html lang={locale}>
    <head>
      <meta charSet="utf-8" />
      <meta content="width=device-width, initial-scale=1" name="viewport" />
      <meta content="light dark" name="color-scheme" />
      <title>{subject}</title>
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
              <p
                className="ink"
                style={{ color: '#1d1f21', fontFamily: font, fontSize: '17px', lineHeight: '26px', margin: '0 0 20px' }}
              >
                {lead}
              </p>
              <p style={{ margin: '0 0 20px' }}>
                <a
                  className="button"
                  href={url}
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
                  {button}
                </a>
              </p>
              <p className="ink2" style={{ color: '#5c6166', fontFamily: font, fontSize: '13px', lineHeight: '20px', margin: 0 }}>
                {hint}
              </p>
            </td>
          </tr>
        </tbody>
      </table>
    </body>
  </html>
)
