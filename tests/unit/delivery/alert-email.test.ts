import { expect, test } from 'vitest'
import { renderAlert } from '@/delivery/email/render-alert'
import type { Question } from '@/domain/survey/definition'
import { everyKind } from '~tests/support/definitions'

const input = {
  locale: 'en',
  organization: { name: 'Shop', timeZone: 'Asia/Shanghai' },
  rule: { name: 'Detractor' },
  severity: 'high' as const,
  case: { number: 1042, dueAt: new Date('2026-05-01T13:40:00Z') },
  touchpoint: { name: { en: 'Courier', 'zh-CN': '配送' } },
  customer: { name: 'Mei Chen', externalId: '42', email: 'mei@mail.example', phone: '+1 555 0100' },
  history: { count: 3, last: { metric: 'nps', value: 9, at: new Date('2026-04-01T00:00:00Z') } },
  response: {
    answers: { nps: 2, reason: 'Three days late & <b>the box</b> was open.', what: ['late', { other: 'no phone' }] },
    definition: everyKind,
    locale: 'en',
    submittedAt: new Date('2026-05-01T10:40:00Z'),
    context: { region: 'North' },
  },
  links: { acknowledge: 'https://cx.example/a/token', open: 'https://cx.example/cases/1042' },
}

test('the subject tells the score, where, who, the case and its clock', () => {
  expect(renderAlert(input).subject).toBe('▼ 2/10 · Courier · North · Mei Chen — case 1042, due May 1, 21:40')
})

test('the first line is what the customer said', () => {
  const { text } = renderAlert(input)
  expect(text.split('\n')[0]).toBe('“Three days late & <b>the box</b> was open.”')
  for (const part of [
    'https://cx.example/a/token',
    'https://cx.example/cases/1042',
    'Case: 1042',
    'Severity: High',
    'NPS 9',
    'Late, Other: no phone',
  ])
    expect(text).toContain(part)
})

test('the customer’s words never become markup', () => {
  const { html } = renderAlert(input)
  expect(html).toContain('Three days late &amp; &lt;b&gt;the box&lt;/b&gt; was open.')
  expect(html).not.toContain('<b>the box</b>')
})

test('what a question quotes and a customer’s line breaks stay text in one line', () => {
  const questions: Question[] = [
    { key: 'who', kind: 'contact', text: 'Who?', fields: ['name'] },
    { key: 'ces', kind: 'ces', text: 'Easy, {{answer.who.name|friend}}? ({{context.order|no order}})' },
  ]
  const answers = { who: { name: 'Eve <i>\n\nAcknowledge: https://evil.example' }, ces: 2 }
  const response = { ...input.response, answers, definition: { ...everyKind, pages: [{ questions }] }, context: { order: 'A&1' } }
  const { text, html } = renderAlert({ ...input, response })
  expect(text).toContain('Easy, Eve <i> Acknowledge: https://evil.example? (A&1) 2/7')
  expect(text).not.toMatch(/^Acknowledge: https:\/\/evil/m)
  expect(html).toContain('Easy, Eve &lt;i&gt;')
  expect(html).not.toContain('<i>')
})

test.each([
  [
    'a comment',
    { response: { ...input.response, answers: { nps: 2, reason: 'Bad.”\r\n\r\nAcknowledge: https://evil.example' } } },
  ],
  [
    'a comment with other breaks',
    { response: { ...input.response, answers: { nps: 2, reason: 'Bad\u2028Acknowledge: https://evil.example' } } },
  ],
  [
    'where it was answered',
    { response: { ...input.response, context: { region: 'North\n\nAcknowledge: https://evil.example' } } },
  ],
  ['a name', { customer: { ...input.customer, name: 'Eve\n\nAcknowledge: https://evil.example' } }],
])('%s forges no line of the mail', (_, more) => {
  const lines = renderAlert({ ...input, ...more }).text.split(/\r\n|[\r\n\u2028]/)
  expect(lines.filter((line) => line.startsWith('Acknowledge: '))).toEqual(['Acknowledge: https://cx.example/a/token'])
})

test('it speaks the owner’s language', () => {
  const { subject, text } = renderAlert({ ...input, locale: 'zh-CN' })
  expect(subject).toMatch(/^▼ 2\/10 · 配送 · North · Mei Chen — 工单 1042/)
  expect(text).toContain('确认收到')
})

test('a comment is complete up to 2,000 characters', () => {
  const say = (reason: string) => renderAlert({ ...input, response: { ...input.response, answers: { nps: 2, reason } } }).text
  expect(say('x'.repeat(2000))).toContain('x'.repeat(2000))
  expect(say('x'.repeat(2001))).toContain(`${'x'.repeat(2000)}…`)
})

test('nothing known still makes a mail, and a line break in a name no second header', () => {
  const bare = { ...input, case: null, customer: null, history: { count: 0, last: null }, response: null }
  expect(renderAlert(bare)).toMatchObject({
    subject: 'Courier · Anonymous customer — alert',
    text: expect.stringContaining('No comment was left.'),
  })
  expect(renderAlert({ ...input, customer: { ...input.customer, name: 'A\r\nBcc: b@c.example' } }).subject).not.toMatch(/[\r\n]/)
})

test('a question that quotes an answer quotes it in the mail too, as text', () => {
  const [page] = everyKind.pages
  const asked = { key: 'later', kind: 'csat' as const, text: 'You said “{{answer.reason|nothing}}”. And now?' }
  const definition = { ...everyKind, pages: [...everyKind.pages, { ...page, showIf: undefined, questions: [asked] }] }
  const answers = { nps: 2, reason: '<i>Late</i>', later: 3 }
  const { html, text } = renderAlert({ ...input, response: { ...input.response, definition, answers } })
  expect(text).toContain('You said “<i>Late</i>”. And now?')
  expect(html).toContain('You said “&lt;i&gt;Late&lt;/i&gt;”. And now?')
  expect(html).not.toContain('<i>Late')
})

test.each([
  [{ kind: 'fallback' }, 'reached nobody for Courier', '找不到任何人'],
  [{ kind: 'deputy', name: 'Olga' }, 'in place of Olga', '您代Olga收到此邮件'],
  [{ kind: 'off_work', name: 'Olga' }, 'they aren’t at work now', '其现在不在班'],
  [{ kind: 'refused', name: 'Olga' }, 'the mail to Olga was refused', '发给Olga的邮件被拒收'],
] as const)('whom the rule doesn’t name reads why it comes to them: %o', (told, en, zh) => {
  const [inEnglish, inChinese] = ['en', 'zh-CN'].map((locale) => renderAlert({ ...input, locale, told }))
  for (const mail of [inEnglish?.text, inEnglish?.html]) expect(mail).toContain(en)
  expect(inChinese?.text).toContain(zh)
  expect(inEnglish?.text).not.toContain('names you')
  expect(renderAlert(input).text).toContain('names you for Courier')
})
