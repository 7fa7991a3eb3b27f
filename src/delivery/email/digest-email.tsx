import type { Severity } from '@/domain/schemas'
import type { AlertContent } from './alert-content'
import { font, ink, ink2, MailButton, MailFrame } from './mail-frame'
import { markClasses, markColors } from './mark-colors'

type Link = { label: string; href: string }

export type DigestItem = {
  key: string
  score: AlertContent['score']
  comments: readonly string[]
  noComment: string
  facts: string
  severityKey: Severity
  open: Link
  acknowledge: Link
}

export type DigestContent = {
  locale: string
  subject: string
  lead: string
  items: readonly DigestItem[]
  more: string | undefined
  button: Link
  why: string
}

const link = { color: '#0b7285', fontFamily: font, fontSize: '14px' } as const

const Item = ({ score, comments, noComment, facts, open, acknowledge }: DigestItem) => (
  <div style={{ margin: '0 0 24px' }}>
    {comments.length > 0 ? (
      comments.map((comment) => (
        <p
          className="ink"
          key={comment}
          style={{ ...ink, fontSize: '15px', lineHeight: '23px', margin: '0 0 6px', whiteSpace: 'pre-wrap' }}
        >
          “{comment}”
        </p>
      ))
    ) : (
      <p className="ink2" style={{ ...ink2, margin: '0 0 6px' }}>
        {noComment}
      </p>
    )}
    <p className="ink2" style={{ ...ink2, margin: '0 0 6px' }}>
      {score && (
        <strong className={markClasses[score.mark]} style={{ color: markColors[score.mark] }}>
          {score.mark} {score.text}
        </strong>
      )}
      {score ? ' · ' : ''}
      {facts}
    </p>
    <p style={{ margin: 0 }}>
      <a className="link" href={open.href} style={link}>
        {open.label}
      </a>
      <a className="link" href={acknowledge.href} style={{ ...link, marginLeft: '20px' }}>
        {acknowledge.label}
      </a>
    </p>
  </div>
)

/** The digest: why these come together, then each case in a few lines. */
export const DigestEmail = ({ locale, subject, lead, items, more, button, why }: DigestContent) => (
  <MailFrame locale={locale} subject={subject} footer={why}>
    <p className="ink" style={{ ...ink, fontSize: '17px', lineHeight: '26px', margin: '0 0 24px' }}>
      {lead}
    </p>
    {items.map((item) => (
      <Item {...item} key={item.key} />
    ))}
    {more !== undefined && (
      <p className="ink2" style={{ ...ink2, margin: '0 0 20px' }}>
        {more}
      </p>
    )}
    <p style={{ margin: 0 }}>
      <MailButton href={button.href}>{button.label}</MailButton>
    </p>
  </MailFrame>
)
