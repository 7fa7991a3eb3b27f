import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type AlertMailInput, alertContent } from './alert-content'
import { AlertEmail } from './alert-email'
import { alertText } from './alert-text'

export type Message = { subject: string; text: string; html: string }

/** The alert's mail in the owner's language, as HTML and as plain text. */
export const renderAlert = (input: AlertMailInput): Message => {
  const content = alertContent(input)
  const html = `<!doctype html>${renderToStaticMarkup(createElement(AlertEmail, { content }))}`
  return { subject: content.subject, text: alertText(content), html }
}
