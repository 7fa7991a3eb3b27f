import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Why } from '@/domain/alert/why'
import { type Localized, localize } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { caseMailWords } from '@/i18n/case-mail-words'
import { fillIn, mailWords } from '@/i18n/mail-words'
import { CaseEmail, type CaseMailContent } from './case-email'
import type { Message } from './render-alert'

export type CaseMailInput = {
  organization: { name: Localized; timeZone: string }
  number: number
  severity: Severity
  dueAt: Date | null
  touchpoint: Localized
  owner: Localized | null
  customer: { name: string | null } | null
  comment: string | null
  event: { type: string; by: string; byName: string | null; data: Record<string, unknown> }
  locale: string
  /** why it goes to somebody whom it isn't meant for */
  told?: Why | null
  /** who gets it */
  recipient: string
  url: string
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ')

const timeIn = (at: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at)

const kinds = ['warn', 'escalate', 'verify'] as const

const kindOf = (type: string): (typeof kinds)[number] | 'note' => kinds.find((kind) => kind === type) ?? 'note'

/** What the mail says, by the event that called for it; when the case was due then, not what became of it since. */
export const caseMailContent = (input: CaseMailInput): CaseMailContent => {
  const { event, locale, organization, comment } = input
  const words = caseMailWords(locale)
  const kind = kindOf(event.type)
  const dueAt = typeof event.data.dueAt === 'string' ? new Date(event.data.dueAt) : input.dueAt
  const values = {
    number: input.number,
    time: dueAt ? timeIn(dueAt, locale, organization.timeZone) : '–',
    where: inOneLine(localize(input.touchpoint, locale)),
    who: inOneLine(input.customer?.name ?? words.anonymous),
    owner: input.owner ? inOneLine(localize(input.owner, locale)) : words.nobody,
    by: event.by === 'customer' ? words.customer : inOneLine(event.byName ?? event.by.replace(/^api:/, '')),
    organization: inOneLine(localize(organization.name, locale)),
  }
  const isGiven = event.data.to === `member:${input.recipient}` && event.data.assign === true
  const isSaid = kind === 'note' || kind === 'verify'
  const note = isSaid && typeof event.data.text === 'string' ? [{ heading: undefined, text: event.data.text }] : []
  return {
    locale,
    subject: fillIn(words[kind].subject, values).slice(0, 250).toWellFormed(),
    lead: [fillIn(words[kind].lead, values), ...(isGiven ? [words.given] : [])].join(' '),
    words: [...note, ...(comment ? [{ heading: words.said, text: comment }] : [])],
    facts: [
      fillIn(words.case, values),
      mailWords(locale).severities[input.severity],
      ...(dueAt ? [fillIn(words.due, values)] : []),
      values.where,
      values.who,
    ].join(' · '),
    button: { label: words.open, href: input.url },
    why: input.told
      ? fillIn(words.whyInstead[input.told.kind], { name: '', ...input.told, organization: values.organization })
      : fillIn(words.why[kind], values),
  }
}

/** A customer's or a colleague's line breaks stay, but none of their lines can pass for one of the mail's own. */
const quote = (text: string): string => `> ${text.replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\n> ')}`

/** A mail about a case to somebody who works on it, in their language, as HTML and as plain text. */
export const renderCase = (input: CaseMailInput): Message => {
  const content = caseMailContent(input)
  const { subject, lead, words, facts, button, why } = content
  const quoted = words.flatMap(({ heading, text }) => [...(heading === undefined ? [] : [`${heading}:`]), quote(text), ''])
  const text = [lead, '', ...quoted, facts, '', `${button.label}: ${button.href}`, '', '-- ', why, ''].join('\n')
  return { subject, text, html: `<!doctype html>${renderToStaticMarkup(createElement(CaseEmail, content))}` }
}
