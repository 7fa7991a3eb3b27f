import { describe, expect, it } from 'vitest'
import { readPerson } from '@/domain/invitation/read-people'

describe('a row of a table as a person', () => {
  it('reads the columns that are known, in either language, and keeps the others as attributes', () => {
    expect(readPerson({ 'Customer ID': 'A-7', 'E-Mail': 'mei@shop.example', Tier: 'gold', Name: ' Mei ' })).toEqual({
      externalId: 'A-7',
      email: 'mei@shop.example',
      name: 'Mei',
      attributes: { Tier: 'gold' },
    })
    expect(readPerson({ 姓名: '王芳', 手机号: '13800000000', 语言: 'zh-CN' })).toEqual({
      externalId: '13800000000',
      phone: '13800000000',
      name: '王芳',
      locale: 'zh-CN',
    })
  })

  it('knows a person without an id by their address', () => {
    expect(readPerson({ email: 'a@shop.example', phone: '1' })?.externalId).toBe('a@shop.example')
  })

  it('is nobody without an id, an address or a number', () => {
    expect(readPerson({ name: 'Mei', email: '  ' })).toBeUndefined()
  })

  it('a column can’t reach what every object inherits', () => {
    const person = readPerson(JSON.parse('{"id":"1","__proto__":"x"}') as Record<string, string>)
    expect(Object.getPrototypeOf(person?.attributes)).toBe(Object.prototype)
  })
})
