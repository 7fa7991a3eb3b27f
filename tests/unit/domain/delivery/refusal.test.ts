import { expect, test } from 'vitest'
import { whenLost } from '@/domain/delivery/lost-mail'
import { readReply } from '@/domain/delivery/refusal'

test.each([
  ['RCPT TO', 550, '5.1.1', 'address'],
  ['RCPT TO', 550, '5.4.1', 'address'],
  ['RCPT TO', 552, '5.2.2', 'address'],
  ['RCPT TO', 550, '5.7.1', 'sender'],
  ['RCPT TO', 553, '5.1.8', 'sender'],
  ['RCPT TO', 550, '5.3.2', 'sender'],
  ['DATA', 552, '5.2.3', 'message'],
  ['DATA', 552, '5.3.4', 'message'],
  ['DATA', 554, '5.6.0', 'message'],
  ['DATA', 550, '5.1.1', 'address'],
  ['RCPT TO', 550, null, 'unclear'],
  ['RCPT TO', 554, null, 'unclear'],
  ['RCPT TO', 550, '4.2.0', 'unclear'],
  ['DATA', 554, null, 'sender'],
  ['RCPT TO', 530, null, undefined],
  ['RCPT TO', 503, null, undefined],
] as const)('at %s %i %s is about the %s', (command, code, status, about) => {
  expect(readReply({ code, command, status })).toBe(about)
})

test.each([
  ['alert', null, 'instead'],
  ['digest', null, 'instead'],
  ['case', 'warn', 'instead'],
  ['case', 'escalate', 'instead'],
  ['case', 'verify', 'instead'],
  ['case', 'note', 'waits'],
  ['customer', 'mail', 'waits'],
  ['verify', 'ask', 'waits'],
  ['invite', null, 'tried'],
  ['password', null, 'tried'],
  ['test', null, 'tried'],
] as const)('a lost mail of kind %s (%s): %s', (kind, event, fate) => {
  expect(whenLost(kind, event)).toBe(fate)
})
