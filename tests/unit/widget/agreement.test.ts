import '@/widget/view/install-parts'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Answers } from '@/domain/survey/answer'
import { checkAnswers } from '@/domain/survey/check-answers'
import { findVisible } from '@/domain/survey/visibility'
import { readAnswers, writeAnswers } from '@/widget/fields'
import { findFaults, usable } from '@/widget/steps'
import { surveyAndAnswers } from '~tests/support/random-survey'

// Hundreds of random surveys take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const id = '0190b8a0-0000-7000-8000-00000000abcd'

test('what the customer’s side lets through the server takes, and it keeps the same answers', () => {
  fc.assert(
    fc.property(surveyAndAnswers, ({ definition, given }) => {
      const answers = usable(definition, given)
      const here = findVisible(definition, answers, { id })
      const there = checkAnswers(definition, answers, { id, completed: true })
      const faults = here.pages.flatMap((page) => Object.keys(findFaults(page, answers)))
      expect('faults' in there ? there.faults.map(({ question }) => question).sort() : []).toEqual(faults.sort())
      if ('answers' in there) expect(there).toEqual({ answers: here.answers, outcome: here.outcome })
    }),
    { numRuns: 300 },
  )
})

test('a partial save of usable answers is never refused', () => {
  fc.assert(
    fc.property(surveyAndAnswers, ({ definition, given }) => {
      expect(checkAnswers(definition, usable(definition, given), { id, completed: false })).not.toHaveProperty('faults')
    }),
    { numRuns: 300 },
  )
})

test('a submission that was accepted is accepted again as it was stored', () => {
  fc.assert(
    fc.property(surveyAndAnswers, fc.boolean(), ({ definition, given }, completed) => {
      const first = checkAnswers(definition, given, { id, completed })
      if ('faults' in first) return
      expect(checkAnswers(definition, first.answers, { id, completed })).toEqual(first)
    }),
    { numRuns: 300 },
  )
})

test('answers that fit survive the way through a form’s hidden fields', () => {
  fc.assert(
    fc.property(surveyAndAnswers, ({ definition, given }) => {
      const answers: Answers = findVisible(definition, usable(definition, given), { id }).answers
      const form = new URLSearchParams(writeAnswers(answers, new Set()))
      const read = usable(
        definition,
        readAnswers(definition, (name) => form.getAll(name)),
      )
      expect(read).toEqual(usable(definition, answers))
    }),
    { numRuns: 300 },
  )
})
