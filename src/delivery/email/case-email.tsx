import { ink, ink2, MailButton, MailFrame } from './mail-frame'

export type CaseMailContent = {
  locale: string
  subject: string
  lead: string
  /** a colleague's words, or the customer's below their heading */
  words: readonly { heading: string | undefined; text: string }[]
  facts: string
  button: { label: string; href: string }
  why: string
}

/** A mail about a case: what happened in one sentence, the words it is about, one button. */
export const CaseEmail = ({ locale, subject, lead, words, facts, button, why }: CaseMailContent) => (
  <MailFrame locale={locale} subject={subject} footer={why}>
    <p className="ink" style={{ ...ink, fontSize: '17px', lineHeight: '26px', margin: '0 0 16px' }}>
      {lead}
    </p>
    {words.map(({ heading, text }) => (
      <div key={text} style={{ margin: '0 0 16px' }}>
        {heading !== undefined && (
          <p className="ink2" style={{ ...ink2, margin: '0 0 4px' }}>
            {heading}
          </p>
        )}
        <p className="ink" style={{ ...ink, fontSize: '15px', lineHeight: '23px', margin: 0, whiteSpace: 'pre-wrap' }}>
          {text}
        </p>
      </div>
    ))}
    <p className="ink2" style={{ ...ink2, margin: '0 0 20px' }}>
      {facts}
    </p>
    <p style={{ margin: 0 }}>
      <MailButton href={button.href}>{button.label}</MailButton>
    </p>
  </MailFrame>
)
