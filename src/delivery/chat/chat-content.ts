import { mailWords } from '@/i18n/mail-words'
import type { AlertContent } from '../email/alert-content'

/** What a chat message tells, before it is laid out for one app. Everything in it but `link` may hold what a stranger wrote. */
export type ChatContent = {
  title: string
  /** the customer's words */
  quotes: readonly string[]
  facts: readonly { name: string; value: string }[]
  link: { label: string; url: string }
  /** the end of the message: why it was sent */
  note: string
}

/** A group reads on its phones: the case has the words whole. */
const quoteLength = 600

export const clip = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1).toWellFormed()}…` : text

/** Cut to a number of bytes in UTF-8, as some apps count. */
export const clipBytes = (text: string, bytes: number): string => {
  if (Buffer.byteLength(text) <= bytes) return text
  let kept = text.slice(0, bytes)
  while (Buffer.byteLength(kept) > bytes - 3) kept = kept.slice(0, Math.floor(kept.length * 0.9)).toWellFormed()
  return `${kept}…`
}

/**
 * An alert for a group of people: the same as the mail says, in short, with the case's own link and no key to it; without what the
 * customer wrote unless the group is told that.
 */
export const alertChat = (
  { subject, comments, found, openLabel, words, severity, due, history, whyGroup, links }: AlertContent,
  isQuoting: boolean,
): ChatContent => ({
  title: clip(subject, 120),
  quotes: (found === undefined ? comments.slice(0, isQuoting ? undefined : 0) : [found]).map((comment) =>
    clip(comment, quoteLength),
  ),
  facts: [
    { name: words.severity, value: severity },
    ...(due ? [{ name: words.dueLabel, value: due }] : []),
    ...(history ? [{ name: words.history, value: history }] : []),
  ],
  link: { label: openLabel, url: links.open },
  note: clip(whyGroup, 300),
})

/** What shows that a chat is connected. */
export const testChat = (locale: string, appUrl: string): ChatContent => {
  const words = mailWords(locale)
  return {
    title: words.chatTest,
    quotes: [],
    facts: [],
    link: { label: words.openEarshot, url: appUrl },
    note: words.chatTestNote,
  }
}
