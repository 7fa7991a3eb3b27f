import { judgeStatus } from '../target/verdict'
import type { ChatAdapter } from './chat-app'

/** Runs of text are shown as they are; a TextBlock would read markdown in a stranger's words. */
const run = (text: string, more: object = {}) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...more }] })

/**
 * Microsoft Teams' workflows that begin with "When a Teams webhook request is received": a message with one Adaptive Card, taken with
 * 202. The connectors that came before answered 200 with an error in words.
 */
export const teams: ChatAdapter = {
  write: ({ title, quotes, facts, link, note }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            run(title, { weight: 'Bolder', size: 'Medium' }),
            ...quotes.map((quote) => run(`“${quote}”`, { italic: true })),
            ...facts.map(({ name, value }) => run(`${name}: ${value}`)),
            run(note, { isSubtle: true, size: 'Small' }),
          ],
          actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }],
          msteams: { width: 'Full' },
        },
      },
    ],
  }),
  judge: (answer) => {
    const verdict = judgeStatus(answer)
    if (!verdict.isTaken || !/webhook message delivery failed/i.test(answer.body)) return verdict
    const isTooFast = /\b429\b/.test(answer.body)
    return {
      isTaken: false,
      kind: isTooFast ? 'later' : 'refused',
      error: answer.body.slice(0, 300),
      ...(isTooFast ? { retryAfterSeconds: 30 } : {}),
    }
  },
}
