import type { ChatAdapter } from './chat-app'
import { clipBytes } from './chat-content'
import { judgeCode } from './judge-code'
import { plainMarkdown } from './plain-markdown'

/** The content of a markdown message may have 4,096 bytes. */
const contentBytes = 4096

/** 企业微信 group robots (developer.work.weixin.qq.com/document/path/91770): the key in the address is all the proof there is. */
export const wecom: ChatAdapter = {
  write: ({ title, quotes, facts, link, note }) => {
    const head = `**${plainMarkdown(title)}**\n`
    const tail = `\n${facts.map(({ name, value }) => `${name}: <font color="comment">${plainMarkdown(value)}</font>`).join('\n')}\n[${link.label}](${link.url})\n<font color="comment">${plainMarkdown(note)}</font>`
    const room = contentBytes - Buffer.byteLength(head) - Buffer.byteLength(tail)
    const words = quotes.map((quote) => `> ${plainMarkdown(quote)}`).join('\n')
    return { msgtype: 'markdown', markdown: { content: `${head}${clipBytes(words, room)}${tail}` } }
  },
  judge: (answer) =>
    judgeCode(
      answer,
      { code: ['errcode'], message: ['errmsg'] },
      {
        later: { [-1]: 0, 45009: 60, 45033: 10 },
        gone: (code, message) => code === 93000 && message.includes('invalid webhook url'),
      },
    ),
}
