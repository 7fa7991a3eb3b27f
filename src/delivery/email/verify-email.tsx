import { ink, ink2, MailButton, MailFrame } from './mail-frame'

export type VerifyMailContent = {
  locale: string
  direction: 'ltr' | 'rtl'
  subject: string
  text: string
  question: string
  yes: { label: string; href: string }
  no: { label: string; href: string }
  about: string
  unsubscribe: { label: string; href: string }
}

/** One question to a customer, with both answers at hand; each leads to a page that asks for a confirming press. */
export const VerifyEmail = (content: VerifyMailContent) => {
  const { locale, direction, subject, text, question, yes, no, about, unsubscribe } = content
  const footer = (
    <>
      {about} ·{' '}
      <a className="ink2" href={unsubscribe.href} style={{ ...ink2, fontSize: '12px' }}>
        {unsubscribe.label}
      </a>
    </>
  )
  return (
    <MailFrame locale={locale} direction={direction} subject={subject} footer={footer}>
      <p className="ink" style={{ ...ink, fontSize: '16px', lineHeight: '25px', margin: '0 0 20px', whiteSpace: 'pre-wrap' }}>
        {text}
      </p>
      <p className="ink" style={{ ...ink, fontSize: '20px', fontWeight: 600, lineHeight: '28px', margin: '0 0 20px' }}>
        {question}
      </p>
      {/* Alike, so that the mail leans to neither. */}
      <p style={{ margin: '0 0 12px' }}>
        <MailButton href={yes.href}>{yes.label}</MailButton>
      </p>
      <p style={{ margin: 0 }}>
        <MailButton href={no.href}>{no.label}</MailButton>
      </p>
    </MailFrame>
  )
}
