import { expect, test } from 'vitest'
import { casePolicySchema } from '@/domain/case/policy'
import { questionWords } from '@/domain/case/question-words'
import { askAt, nextOfVerification, silentAt, whyUnasked } from '@/domain/case/verification'

const at = new Date('2026-03-02T10:00:00Z')
const setting = (given: object) => casePolicySchema.parse({ verification: given }).verification

test('customers are asked a day after the case was resolved, and have a week, unless the organization says otherwise', () => {
  const product = setting({})
  expect(askAt(product, at)).toEqual(new Date('2026-03-03T10:00:00Z'))
  expect(silentAt(product, at)).toEqual(new Date('2026-03-09T10:00:00Z'))
  expect(askAt(setting({ afterHours: 0.5 }), at)).toEqual(new Date('2026-03-02T10:30:00Z'))
})

test('with no days for an answer nobody is asked, but who was asked keeps their time', () => {
  const none = setting({ silenceDays: 0 })
  expect(askAt(none, at)).toBeNull()
  expect(nextOfVerification(false, none)).toBe('nothing')
  expect(nextOfVerification(true, none)).toBe('close')
  expect(nextOfVerification(false, setting({}))).toBe('ask')
})

test.each([
  [undefined, 'anonymous'],
  [{ email: null, unsubscribedAt: null, isRefused: false }, 'no_address'],
  [{ email: '', unsubscribedAt: null, isRefused: false }, 'no_address'],
  [{ email: 'mei@mail.example', unsubscribedAt: at, isRefused: true }, 'unsubscribed'],
  [{ email: 'mei@mail.example', unsubscribedAt: null, isRefused: true }, 'refused'],
  [{ email: 'mei@mail.example', unsubscribedAt: null, isRefused: false }, undefined],
])('whether %o is asked: %s', (customer, reason) => {
  expect(whyUnasked(customer)).toBe(reason)
})

test('words that are left out are the product’s, and a name can’t break the subject’s line', () => {
  const values = { customer: 'Mei\r\nBcc: x', owner: 'Olga', organization: 'Shop', touchpoint: 'Delivery', case: '7' }
  const product = { subject: 'Is it done, {customer}?', text: 'About {touchpoint}', question: 'Done?' }
  expect(
    questionWords({ question: { en: 'Is {case} done?', de: 'Fertig?' } }, product, { locale: 'de', fallback: 'en', values }),
  ).toEqual({
    subject: 'Is it done, Mei Bcc: x?',
    text: 'About Delivery',
    question: 'Fertig?',
  })
})
