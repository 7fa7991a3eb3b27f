/** @jsxImportSource preact */
import { type ContactField, type ContactQuestion, maxContactLength } from '@/domain/survey/definition'
import type { AnswerFault } from '@/domain/survey/kinds/answer-check'
import { contactCheck } from '@/domain/survey/kinds/check-contact'
import { partField, readParts } from '../../fields'
import type { Kind } from './kind'

/** The keyboard that a phone shows, what browsers fill in, and what runs from left to right in every script. */
const fit = {
  name: { type: 'text', autocomplete: 'name' },
  email: { type: 'email', autocomplete: 'email', dir: 'ltr' },
  phone: { type: 'tel', autocomplete: 'tel', dir: 'ltr' },
  company: { type: 'text', autocomplete: 'organization' },
} as const

/** Which of the fields a fault is about; one that doesn't say is about all. */
const isAbout = (field: ContactField, fault: AnswerFault | undefined): boolean => {
  if (!fault) return false
  if (fault.code === 'incomplete') return fault.missing.includes(field)
  const one = { not_an_email: 'email', not_a_phone: 'phone' }[fault.code as string]
  return one === undefined || one === field
}

export const contact: Kind<ContactQuestion> = {
  View: ({ question, answer, words, describedBy, fault }) => {
    const { key, fields, needed = fields, required } = question
    return (
      <div class="lines">
        {fields.map((field) => (
          <label key={field}>
            <span>
              {words.kinds.contact[field]}
              {required && !needed.includes(field) && <span class="optional"> {words.optional}</span>}
            </span>
            <input
              class="field"
              name={partField(key, field)}
              {...(fit[field] as { type: 'text'; autocomplete: 'name' })}
              maxLength={maxContactLength}
              required={required === true && needed.includes(field)}
              aria-describedby={isAbout(field, fault) ? describedBy : undefined}
              aria-invalid={isAbout(field, fault) || undefined}
              value={(answer as Record<string, string> | undefined)?.[field] ?? ''}
            />
          </label>
        ))}
      </div>
    )
  },
  check: contactCheck,
  read: (question, fields) => readParts(question, question.fields, fields),
  as: 'group',
}
