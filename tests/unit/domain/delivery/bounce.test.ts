import { expect, test } from 'vitest'
import { bouncesSchema, marksAddress, statusInWords, statusOf } from '@/domain/delivery/bounce'

test.each([
  ['5.1.1', true],
  ['5.1.10', true],
  ['5.2.1', true],
  ['5.0.0', true],
  ['5.4.4', true],
  ['4.2.2', false],
  ['4.4.7', false],
  ['5.6.1', false],
  ['5.7.1', false],
  ['2.0.0', false],
  [null, false],
])('%s means that the address takes no mail: %s', (status, marks) => {
  expect(marksAddress(status)).toBe(marks)
})

test.each([
  ['5.1.1', '5.1.1'],
  ['550', '5.0.0'],
  ['451', '4.0.0'],
  ['5.1.1 (bad mailbox)', '5.1.1'],
  ['5.1', null],
  ['999', null],
  ['', null],
])('%o is the status %s', (text, status) => {
  expect(statusOf(text)).toBe(status)
})

test('a status is found in a server’s words, and an address of the net is none', () => {
  expect(statusInWords('550 5.1.1 <ann@home.example> User unknown')).toBe('5.1.1')
  expect(statusInWords('554 rejected by 10.2.3.4')).toBeNull()
})

test('a bounce told as JSON says whom it is about and whether it is for good', () => {
  expect(bouncesSchema.parse([{ address: ' Ann@Home.example ', messageId: '<a@b>', status: '552' }])).toEqual([
    { address: 'ann@home.example', messageId: 'a@b', status: '5.0.0', reason: '', isFinal: true },
  ])
  expect(bouncesSchema.safeParse([{ address: 'ann@home.example', status: '250' }]).success).toBe(false)
  expect(bouncesSchema.safeParse([{ address: 'ann', status: '5.1.1' }]).success).toBe(false)
  expect(bouncesSchema.safeParse([]).success).toBe(false)
})
