import { ink, MailFrame } from './mail-frame'

type CustomerEmailProps = { locale: string; subject: string; text: string; footer: string }

/** A person's letter to a customer: their words and nothing around them. */
export const CustomerEmail = ({ locale, subject, text, footer }: CustomerEmailProps) => (
  <MailFrame locale={locale} subject={subject} footer={footer}>
    <p className="ink" style={{ ...ink, fontSize: '16px', lineHeight: '25px', margin: 0, whiteSpace: 'pre-wrap' }}>
      {text}
    </p>
  </MailFrame>
)
