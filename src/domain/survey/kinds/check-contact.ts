import { isRecord } from '../answer'
import { type ContactField, type ContactQuestion, maxContactLength } from '../question'
import type { AnswerCheck, AnswerFault } from './answer-check'

/** Loose on purpose: whether an address works only a mail can tell, and a strict pattern turns real people away. */
const formats: Partial<Record<ContactField, { pattern: RegExp; fault: AnswerFault }>> = {
  email: { pattern: /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/, fault: { code: 'not_an_email' } },
  phone: { pattern: /^\+?(?:[ ().\-/]*\d){5,15}[ ().\-/]*$/, fault: { code: 'not_a_phone' } },
}

export const contactCheck: AnswerCheck<ContactQuestion> = {
  fits: ({ fields }, answer) => {
    if (!isRecord(answer)) return { code: 'wrong_type', wanted: 'parts' }
    for (const [field, value] of Object.entries(answer)) {
      if (!fields.includes(field as ContactField)) return { code: 'unknown_part', part: field.slice(0, 100) }
      if (typeof value !== 'string') return { code: 'wrong_type', wanted: 'text' }
      if (value.length > maxContactLength) return { code: 'too_long', maximum: maxContactLength }
      const format = formats[field as ContactField]
      if (value !== '' && format && !format.pattern.test(value.trim())) return format.fault
    }
    return undefined
  },
  isWhole: ({ fields, needed = fields, required }, answer) => {
    const given = answer as Record<string, string>
    const missing = required ? needed.filter((field) => !given[field]?.trim()) : []
    return missing.length > 0 ? { code: 'incomplete', missing } : undefined
  },
}
