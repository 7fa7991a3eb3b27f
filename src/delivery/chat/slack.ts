import { judgeStatus } from '../target/verdict'
import type { ChatAdapter } from './chat-app'
import { clip } from './chat-content'

/** Slack's three signs; nothing else in a text can become a link, a mention or markup where it is escaped or plain. */
const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const plain = (text: string, length: number) => ({ type: 'plain_text', text: clip(text, length), emoji: false })

/** Slack's incoming webhooks (docs.slack.dev, Sending messages using incoming webhooks): errors are statuses with a word as body. */
export const slack: ChatAdapter = {
  write: ({ title, quotes, facts, link, note }) => ({
    // Shown in notifications, where blocks aren't.
    text: escapeText(clip(title, 150)),
    blocks: [
      { type: 'header', text: plain(title, 150) },
      ...quotes.map((quote) => ({ type: 'section', text: plain(`“${quote}”`, 3000) })),
      // A section without fields is refused.
      ...(facts.length > 0
        ? [{ type: 'section', fields: facts.map(({ name, value }) => plain(`${name}: ${value}`, 2000)) }]
        : []),
      { type: 'actions', elements: [{ type: 'button', text: plain(link.label, 75), url: link.url, style: 'primary' }] },
      { type: 'context', elements: [plain(note, 2000)] },
    ],
  }),
  judge: (answer) => {
    const verdict = judgeStatus(answer)
    const word = answer.body.trim().slice(0, 100)
    if (verdict.isTaken) return verdict
    const error = word === '' ? verdict.error : `${verdict.error} ${word}`
    const isGone = answer.status === 404 && /^(no_service|no_team|no_active_hooks|channel_not_found)/.test(word)
    return { ...verdict, error, kind: isGone ? 'gone' : verdict.kind }
  },
}
