import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chatAdapters } from '@/delivery/chat/adapters'
import type { ChatContent } from '@/delivery/chat/chat-content'
import { chatApps } from '@/domain/delivery/target-kinds'

const content = (quote: string, more: Partial<ChatContent> = {}): ChatContent => ({
  title: `▼ 2/10 · Courier · ${quote.slice(0, 40)}`,
  quotes: [quote],
  facts: [
    { name: 'Severity', value: 'High' },
    { name: 'Before', value: quote.slice(0, 60) },
  ],
  link: { label: 'Open the case', url: 'https://cx.example/cases/7' },
  note: 'This group gets this because of a rule.',
  ...more,
})

test.each(chatApps)('a message for %s has the words, the facts and the case’s link', (app) => {
  const written = JSON.stringify(chatAdapters[app].write(content('Three days late')))
  for (const part of ['Three days late', 'High', 'Open the case', 'https://cx.example/cases/7', 'because of a rule'])
    expect(written).toContain(part)
})

test.each(chatApps)('a message for %s without words and facts has no empty parts, which apps refuse', (app) => {
  const written = JSON.stringify(chatAdapters[app].write(content('x', { title: 'Test', quotes: [], facts: [] })))
  expect(written).not.toMatch(/""|\[\]/)
  expect(written).toContain('https://cx.example/cases/7')
})

test('in markdown a customer’s words make no link, no mention, no line of their own', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'[]()<>*_`~#|!@\n\r a/:https') }), (quote) => {
      const wecom = chatAdapters.wecom.write(content(quote)) as { markdown: { content: string } }
      const dingtalk = chatAdapters.dingtalk.write(content(quote)) as { markdown: { text: string } }
      for (const text of [wecom.markdown.content, dingtalk.markdown.text]) {
        expect(text.match(/\]\(/g)).toHaveLength(1)
        expect(text.replaceAll(/<font color="comment">|<\/font>/g, '')).not.toContain('<')
        expect(text.split('\n').filter((line) => line.startsWith('#')).length).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('WeCom’s 4,096 bytes hold the longest message in Chinese, whose link is still there', () => {
  const long = '配送太慢了！'.repeat(400)
  const { markdown } = chatAdapters.wecom.write(content(long, { quotes: [long, long] })) as { markdown: { content: string } }
  expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096)
  expect(markdown.content).toContain('[Open the case](https://cx.example/cases/7)')
})

test('Slack’s text for notifications is escaped; Teams’ runs and Feishu’s texts are plain', () => {
  const quote = '<!channel> & [x](y)'
  const slack = chatAdapters.slack.write(content(quote)) as { text: string }
  expect(slack.text).toContain('&lt;!channel&gt; &amp; [x](y)')
  expect(JSON.stringify(chatAdapters.teams.write(content(quote)))).not.toContain('"TextBlock"')
  expect(JSON.stringify(chatAdapters.feishu.write(content(quote)))).not.toMatch(/lark_md|"markdown"/)
})

test('DingTalk and Feishu sign as their documents say', () => {
  const now = new Date(1_700_000_000_000)
  const request = { url: 'https://chat.example/send?access_token=t', body: { a: 1 } }
  // Reference values by openssl: HMAC-SHA256 of "1700000000000\nSECRET" with SECRET; of nothing with "1700000000\nSECRET".
  const url = new URL(chatAdapters.dingtalk.sign?.(request, 'SECRET', now).url ?? '')
  expect(url.searchParams.get('timestamp')).toBe('1700000000000')
  expect(url.searchParams.get('sign')).toBe('Orf+fj1NyYtycFhdVppF7CLGXKV/+TxlE8arDerFdmM=')
  expect(chatAdapters.feishu.sign?.(request, 'SECRET', now).body).toEqual({
    timestamp: '1700000000',
    sign: '9st/5TeJu7lS2mv/qJq3skcz1M5+oBrSVM/mQRjuq8Q=',
    a: 1,
  })
})
