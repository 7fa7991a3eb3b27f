import { describe, expect, it } from 'vitest'
import { addressAsksForContact, asksForContact } from '@/domain/condition/asks-for-contact'
import { readCondition } from '@/domain/condition/read-condition'
import { writeCondition } from '@/domain/condition/write-condition'

const text = (field: string) =>
  writeCondition({ all: [{ field: 'score.nps', op: 'lte', value: 6 }, { not: { field, op: 'exists' } }] })

describe('a condition that asks how a customer can be reached', () => {
  it('is found however deep it stands, and wherever in what is asked', () => {
    for (const field of ['customer.email', 'customer.phone']) {
      expect(asksForContact({ where: text(field) })).toBe(true)
      expect(asksForContact({ dashboard: { widgets: [{ segments: [{ name: 'x', where: text(field) }] }] } })).toBe(true)
      expect(addressAsksForContact(new URLSearchParams({ besideWhere: text(field) }))).toBe(true)
    }
    const twice = new URLSearchParams([
      ['where', text('customer.plan')],
      ['where', text('customer.email')],
    ])
    expect(addressAsksForContact(twice)).toBe(true)
  })

  it('is no other: neither of who they are, nor of what they answered, nor the words of a search', () => {
    for (const field of ['customer.name', 'customer.externalId', 'customer.emails', 'context.customer.email', 'answer.email'])
      expect(asksForContact({ where: text(field) })).toBe(false)
    expect(asksForContact({ q: text('customer.email'), where: null, widgets: [null, 1, 'where'] })).toBe(false)
    expect(asksForContact(null)).toBe(false)
  })

  it('is none that can’t be read, which is refused as such', () => {
    const broken = 'customer.email:starts_with'
    expect('errors' in readCondition(broken)).toBe(true)
    expect(asksForContact({ where: broken })).toBe(false)
  })
})
