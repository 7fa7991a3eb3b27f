import { createHmac } from 'node:crypto'
import type { ChatAdapter } from './chat-app'
import { judgeCode } from './judge-code'

const text = (content: string) => ({ tag: 'div', text: { tag: 'plain_text', content } })

/**
 * 飞书 custom bots (open.feishu.cn, 自定义机器人): with a secret, the body carries the time in seconds and the base64 HMAC-SHA256 of
 * nothing, keyed by time, line break and secret. The card's texts are plain, so no words of a stranger's are markup.
 */
export const feishu: ChatAdapter = {
  write: ({ title, quotes, facts, link, note }) => ({
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: { title: { tag: 'plain_text', content: title }, template: 'orange' },
      elements: [
        ...quotes.map((quote) => text(`“${quote}”`)),
        // An empty text is refused.
        ...(facts.length > 0 ? [text(facts.map(({ name, value }) => `${name}: ${value}`).join('\n'))] : []),
        {
          tag: 'action',
          actions: [{ tag: 'button', type: 'primary', text: { tag: 'plain_text', content: link.label }, url: link.url }],
        },
        { tag: 'note', elements: [{ tag: 'plain_text', content: note }] },
      ],
    },
  }),
  sign: ({ url, body }, secret, now) => {
    const timestamp = String(Math.floor(now.getTime() / 1000))
    const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64')
    return { url, body: { timestamp, sign, ...body } }
  },
  judge: (answer) =>
    judgeCode(
      answer,
      { code: ['code', 'StatusCode'], message: ['msg', 'StatusMessage'] },
      { later: { 11232: 60, 11233: 60, 99991400: 60 }, gone: (code) => code === 19001 },
    ),
}
