import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Localized, localize } from '@/domain/localized'
import { caseMailWords } from '@/i18n/case-mail-words'
import { fillIn } from '@/i18n/mail-words'
import { CustomerEmail } from './customer-email'
import type { Message } from './render-alert'

export type CustomerMailInput = {
  organizationName: Localized
  number: number
  locale: string
  subject: string
  text: string
  /** where they stop being written to */
  unsubscribe?: string | undefined
}

/** A mail from a case to its customer, as it was written, as HTML and as plain text. */
export const renderCustomer = ({ organizationName, number, locale, subject, text, unsubscribe }: CustomerMailInput): Message => {
  const footer = `${localize(organizationName, locale).replace(/\s+/g, ' ')} · ${fillIn(caseMailWords(locale).case, { number })}`
  const stop = unsubscribe === undefined ? undefined : { label: caseMailWords(locale).unsubscribe, href: unsubscribe }
  const html = renderToStaticMarkup(createElement(CustomerEmail, { locale, subject, text, footer, stop }))
  const end = stop ? `\n${stop.label}: ${stop.href}` : ''
  return { subject, text: `${text}\n\n-- \n${footer}${end}\n`, html: `<!doctype html>${html}` }
}
