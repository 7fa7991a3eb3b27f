import type { AlertContent } from './alert-content'

/** The customer's line breaks stay, but none of their lines can pass for one of the mail's own. */
export const quoteComment = (comment: string): string => `“${comment.replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\n> ')}”`

/** The mail as plain text: the customer's words first, as on a watch. */
export const alertText = (content: AlertContent): string => {
  const { words, links } = content
  const line = (label: string, value: string | undefined) => (value === undefined ? [] : [`${label}: ${value}`])
  return [
    ...(content.found !== undefined
      ? [content.found]
      : content.comments.length > 0
        ? content.comments.map(quoteComment)
        : [words.noComment]),
    '',
    [content.score && `${content.score.mark} ${content.score.text}`, content.where, content.who].filter(Boolean).join(' · '),
    '',
    `${words.acknowledge}: ${links.acknowledge}`,
    `${content.openLabel}: ${links.open}`,
    '',
    ...line(words.caseLabel, content.caseNumber === undefined ? undefined : String(content.caseNumber)),
    ...line(words.dueLabel, content.due),
    ...line(words.severity, content.severity),
    ...line(words.received, content.received),
    ...line(words.history, content.history),
    ...line(words.call, content.phone),
    ...line(words.write, content.email),
    ...(content.answers.length > 0 ? ['', `${words.otherAnswers}:`] : []),
    ...content.answers.map(({ question, answer }) => `- ${question} ${answer}`),
    '',
    '-- ',
    content.why,
    '',
  ].join('\n')
}
