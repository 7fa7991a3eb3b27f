import { ink, ink2, MailFrame } from './mail-frame'

type CustomerEmailProps = {
  locale: string
  subject: string
  text: string
  footer: string
  stop?: { label: string; href: string } | undefined
}

/** A person's letter to a customer: their words and nothing around them. */
export const CustomerEmail = ({ locale, subject, text, footer, stop }: CustomerEmailProps) => (
  <MailFrame locale={locale} subject={subject} footer={footer}>
    <p className="ink" style={{ ...ink, fontSize: '16px', lineHeight: '25px', margin: 0, whiteSpace: 'pre-wrap' }}>
      {text}
    </p>
    {stop && (
      <p className="ink2" style={{ ...ink2, margin: '24px 0 0' }}>
        <a className="link" href={stop.href} style={{ color: '#0b7285' }}>
          {stop.label}
        </a>
      </p>
    )}
  </MailFrame>
)
