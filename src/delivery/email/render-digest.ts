import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Localized, localize } from '@/domain/localized'
import { digestWords } from '@/i18n/digest-words'
import { fillIn } from '@/i18n/mail-words'
import { type AlertMailInput, alertContent } from './alert-content'
import { quoteComment } from './alert-text'
import { DigestEmail, type DigestItem } from './digest-email'
import type { Message } from './render-alert'

export type DigestMailInput = {
  organization: { name: Localized }
  timeZone: string
  locale: string
  perDay: number | null
  /** when it is written */
  at: Date
  /** how many alerts it is about, and how many cases it doesn't list */
  alerts: number
  more: number
  items: readonly AlertMailInput[]
  /** whose digest it was, whose mailbox refused it */
  instead?: string | undefined
  /** the recipient's cases */
  url: string
}

/** A digest is skimmed: the case has the words whole. */
const commentLength = 400

const cut = (text: string): string => (text.length > commentLength ? `${text.slice(0, commentLength).toWellFormed()}…` : text)

const toItem = (input: AlertMailInput): DigestItem => {
  const { words, score, comments, found, where, who, caseNumber, due, severity, severityKey, links, openLabel } =
    alertContent(input)
  return {
    key: links.acknowledge,
    score,
    comments: comments.map(cut),
    noComment: found ?? words.noComment,
    facts: [severity, where, ...(who ? [who] : []), ...(due ? [fillIn(words.due, { time: due })] : [])].join(' · '),
    severityKey,
    open: {
      label: caseNumber === undefined ? openLabel : `${openLabel} #${caseNumber}`,
      href: links.open,
    },
    acknowledge: { label: words.acknowledge, href: links.acknowledge },
  }
}

const itemText = ({ score, comments, noComment, facts, open, acknowledge }: DigestItem): string[] => [
  ...(comments.length > 0 ? comments.map(quoteComment) : [noComment]),
  [score && `${score.mark} ${score.text}`, facts].filter(Boolean).join(' · '),
  `${open.label}: ${open.href}`,
  `${acknowledge.label}: ${acknowledge.href}`,
  '',
]

/** One mail for the alerts that were over somebody's budget, each with its words, score and links, as HTML and as plain text. */
export const renderDigest = (input: DigestMailInput): Message => {
  const { locale, timeZone, perDay, alerts, more, at } = input
  const words = digestWords(locale)
  const values = {
    count: alerts,
    perDay: perDay ?? 0,
    organization: localize(input.organization.name, locale).replace(/\s+/g, ' '),
    day: new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' }).format(at),
  }
  const plural = alerts === 1 ? 'one' : 'other'
  const content = {
    locale,
    subject: fillIn(words.subject[plural], values).slice(0, 250).toWellFormed(),
    lead: fillIn((perDay === null ? words.plainLead : words.lead)[plural], values),
    items: input.items.map(toItem),
    more: more > 0 ? fillIn(words.more, { count: more }) : undefined,
    button: { label: words.open, href: input.url },
    why: input.instead === undefined ? fillIn(words.why, values) : fillIn(words.whyRefused, { ...values, name: input.instead }),
  }
  const { subject, lead, items, button, why } = content
  const text = [
    lead,
    '',
    ...items.flatMap(itemText),
    ...(content.more ? [content.more, ''] : []),
    `${button.label}: ${button.href}`,
    '',
    '-- ',
    why,
    '',
  ].join('\n')
  return { subject, text, html: `<!doctype html>${renderToStaticMarkup(createElement(DigestEmail, content))}` }
}
