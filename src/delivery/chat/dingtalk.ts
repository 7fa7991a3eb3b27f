import { createHmac } from 'node:crypto'
import type { ChatAdapter } from './chat-app'
import { judgeCode } from './judge-code'
import { plainMarkdown } from './plain-markdown'

/** The robot, its group or its token is no more. */
const gone = new Set([300001, 300005, 400013, 400101, 400102, 400106])

/**
 * 钉钉 group robots (open.dingtalk.com, 自定义机器人): with a secret, the address carries the time in milliseconds and the base64
 * HMAC-SHA256 over time, line break and secret. Over 20 messages a minute nothing is taken for ten minutes.
 */
export const dingtalk: ChatAdapter = {
  write: ({ title, quotes, facts, link, note }) => ({
    msgtype: 'markdown',
    markdown: {
      title,
      text: [
        `#### ${plainMarkdown(title)}`,
        ...quotes.map((quote) => `> ${plainMarkdown(quote)}`),
        ...facts.map(({ name, value }) => `${name}: ${plainMarkdown(value)}`),
        `[${link.label}](${link.url})`,
        plainMarkdown(note),
      ].join('\n\n'),
    },
  }),
  sign: ({ url, body }, secret, now) => {
    const timestamp = String(now.getTime())
    const signed = new URL(url)
    signed.searchParams.set('timestamp', timestamp)
    signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
    return { url: signed.href, body }
  },
  judge: (answer) =>
    judgeCode(
      answer,
      { code: ['errcode'], message: ['errmsg'] },
      { later: { [-1]: 0, 90030: 3600, 130101: 600, 410100: 600 }, gone: (code) => gone.has(code) },
    ),
}
