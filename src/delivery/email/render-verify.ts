import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf } from '@/domain/direction'
import type { QuestionContent } from './question-content'
import type { Message } from './render-alert'
import { VerifyEmail } from './verify-email'

export type VerifyMailInput = QuestionContent & { url: string; unsubscribeUrl: string }

/** The question whether it is mended, as HTML and as plain text, which takes one link: its page asks the same. */
export const renderVerify = (input: VerifyMailInput): Message => {
  const { locale, words, subject, text, question, organization, caseName, url, unsubscribeUrl } = input
  const about = `${organization} · ${caseName}`
  const html = renderToStaticMarkup(
    createElement(VerifyEmail, {
      ...{ locale, direction: directionOf(locale), subject, text, question, about },
      yes: { label: words.yes, href: `${url}?answer=yes` },
      no: { label: words.no, href: `${url}?answer=no` },
      unsubscribe: { label: words.unsubscribe, href: unsubscribeUrl },
    }),
  )
  const plain = [text, '', question, `${words.yes}: ${url}?answer=yes`, `${words.no}: ${url}?answer=no`]
  const foot = ['', '-- ', about, `${words.unsubscribe}: ${unsubscribeUrl}`, '']
  return { subject: subject.slice(0, 250).toWellFormed(), text: [...plain, ...foot].join('\n'), html: `<!doctype html>${html}` }
}
