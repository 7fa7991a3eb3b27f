import { ink, ink2, MailButton, MailFrame } from './mail-frame'

type AccountEmailProps = { locale: string; subject: string; lead: string; button: string; hint: string; url: string }

/** A mail about a member's account: one sentence, one button, and what to do if it wasn't expected. */
export const AccountEmail = ({ locale, subject, lead, button, hint, url }: AccountEmailProps) => (
  <MailFrame locale={locale} subject={subject}>
    <p className="ink" style={{ ...ink, fontSize: '17px', lineHeight: '26px', margin: '0 0 20px' }}>
      {lead}
    </p>
    <p style={{ margin: '0 0 20px' }}>
      <MailButton href={url}>{button}</MailButton>
    </p>
    <p className="ink2" style={{ ...ink2, fontSize: '13px', margin: 0 }}>
      {hint}
    </p>
  </MailFrame>
)
