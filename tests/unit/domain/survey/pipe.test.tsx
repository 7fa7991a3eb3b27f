/** @jsxImportSource preact */
import { assert, property, string } from 'fast-check'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { localize } from '@/domain/localized'
import { pipe, pipeAddress, type Sources } from '@/domain/survey/pipe'
import { allKinds } from '~tests/support/all-kinds'

const sources = (answers: Sources['answers'], locale = 'en', context = {}): Sources => ({
  definition: allKinds('hotel'),
  answers,
  context,
  say: (text) => localize(text, locale),
})

test('answers are repeated in words: options by what they are called in the customer’s language', () => {
  const answers = { drink: 'coffee', liked: ['pool', 'view'], parts: { desk: 'bad' }, person: { name: 'Ana' }, nps: 0 }
  expect(pipe('{{answer.drink}}?', sources(answers))).toBe('Coffee?')
  expect(pipe('您喝了{{answer.drink}}。', sources(answers, 'zh-CN'))).toBe('您喝了咖啡。')
  expect(pipe('{{answer.liked}}', sources(answers))).toBe('The pool, The view')
  expect(pipe('Reception: {{ answer.parts.desk }}', sources(answers))).toBe('Reception: Bad')
  expect(pipe('{{answer.person.name}} gave {{answer.nps}}', sources(answers))).toBe('Ana gave 0')
  expect(pipe('{{answer.drink}}', sources({ drink: { other: 'Mate' } }))).toBe('Mate')
  expect(pipe('Order {{context.order_id}}', sources({}, 'en', { order_id: 'A-7' }))).toBe('Order A-7')
})

test('what is missing says its fallback, or leaves no gap', () => {
  expect(pipe('Hello {{answer.person.name|there}}!', sources({}))).toBe('Hello there!')
  expect(pipe('Hello {{answer.person.name}}, welcome', sources({}))).toBe('Hello, welcome')
  expect(pipe('Your {{answer.drink}} today', sources({}))).toBe('Your today')
  expect(pipe('{{context.constructor}}{{answer.__proto__}}{{answer.drink.toString}}', sources({ drink: 'coffee' }))).toBe('')
})

test('what was answered is never read as a place to fill in', () => {
  expect(pipe('{{answer.short}}', sources({ short: '{{context.secret}}' }, 'en', { secret: 'x' }))).toBe('{{context.secret}}')
})

test('whatever was answered, a page shows it as text', () => {
  const marked = string().map((text) => `${text}<img src=x onerror=alert(1)>"'&</p><script>`)
  assert(
    property(marked, (answer) => {
      const text = pipe('You said {{answer.short}} and {{context.a}}.', sources({ short: answer }, 'en', { a: answer }))
      const html = render(<p title={text}>{text}</p>)
      expect(html.match(/<[a-z/]/gi)).toEqual(['<p', '</'])
      expect(html.replace(/^<p title="[^"]*">/, '')).toMatch(/^[^<]*<\/p>$/)
    }),
  )
})

test('in an address each value is one part, whatever it says', () => {
  const address = 'https://shop.example/orders/{{context.order}}/review?score={{answer.nps}}&say={{answer.short|no words}}#end'
  const filled = (order: string, short: string) => pipeAddress(address, sources({ nps: 9, short }, 'en', { order }))
  expect(filled('A-7', 'fine & good')).toBe('https://shop.example/orders/A-7/review?score=9&say=fine%20%26%20good#end')
  expect(pipeAddress(address, sources({}))).toBe('https://shop.example/orders//review?score=&say=no%20words#end')
  assert(
    property(string(), string(), (order, short) => {
      const url = new URL(filled(`../${order}`, `?#&=${short}`))
      expect(url.origin).toBe('https://shop.example')
      expect(url.pathname.split('/')).toHaveLength(4)
      expect([...url.searchParams.keys()]).toEqual(['score', 'say'])
      expect(url.hash).toBe('#end')
    }),
  )
  for (const dots of ['.', '..', '...']) expect(new URL(filled(dots, '')).pathname).toBe('/orders//review')
})
