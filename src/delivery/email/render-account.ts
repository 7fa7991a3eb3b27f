import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Localized, localize } from '@/domain/localized'
import { accountLinkHours } from '@/domain/organization/account-link'
import { accountMailWords } from '@/i18n/account-mail-words'
import { fillIn } from '@/i18n/mail-words'
import { AccountEmail } from './account-email'
import type { Message } from './render-alert'

export type AccountMailInput = {
  /** `welcome`: taken in by one more organization, with the password they have */
  kind: 'invite' | 'welcome' | 'password'
  account: { organizationName: Localized; email: string }
  locale: string
  url: string
}

/** A mail about a member's account in their language, as HTML and as plain text. */
export const renderAccount = ({ kind, account, locale, url }: AccountMailInput): Message => {
  const words = accountMailWords(locale)[kind]
  const values = {
    // A name with a line break in it must not begin a line of its own.
    organization: localize(account.organizationName, locale).replace(/\s+/g, ' '),
    email: account.email,
    days: accountLinkHours.invite / 24,
    hours: accountLinkHours.password,
  }
  const subject = fillIn(words.subject, values)
  const lead = fillIn(words.lead, values)
  const hint = fillIn(words.hint, values)
  const html = renderToStaticMarkup(createElement(AccountEmail, { locale, subject, lead, button: words.button, hint, url }))
  return { subject, text: `${lead}\n\n${words.button}: ${url}\n\n${hint}\n`, html: `<!doctype html>${html}` }
}
