import fc from 'fast-check'
import type { Question, SurveyDefinition } from '@/domain/survey/definition'
import { surveySchema } from '@/domain/survey/schema'
import { allKinds } from './all-kinds'

const samples: readonly Question[] = allKinds('hotel').pages.flatMap(({ questions }) => questions)

/** Answers that fit more often than not: the right shape with a slip now and then. */
const answerFor = (question: Question): fc.Arbitrary<unknown> => {
  const keys = ('options' in question ? question.options : 'rows' in question ? question.rows : []).map(({ key }) => key)
  const choice = fc.constantFrom(...keys, 'nowhere')
  const nonsense = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 }))
  const right = (): fc.Arbitrary<unknown> => {
    switch (question.kind) {
      case 'single_choice':
      case 'dropdown':
      case 'image_choice':
        return fc.oneof(choice, fc.record({ other: fc.constantFrom('', '  ', 'own') }))
      case 'multi_choice':
      case 'ranking':
        return fc.array(choice, { maxLength: 4 })
      case 'matrix':
        return fc.dictionary(choice, fc.constantFrom(...question.columns.map(({ key }) => key), 'nowhere'))
      case 'constant_sum':
        return fc.dictionary(choice, fc.constantFrom(0, 25, 50, 100, 150))
      case 'gap':
        return fc.dictionary(fc.constantFrom('experience', 'expectation', 'importance'), fc.integer({ min: 0, max: 11 }))
      case 'text':
        return fc.string({ maxLength: 70 })
      case 'date':
        return fc.constantFrom('2024-02-29', '2023-02-29', '1999-01-01', 'soon')
      case 'contact':
        return fc.dictionary(fc.constantFrom('name', 'email', 'phone', 'fax'), fc.constantFrom('', 'Ana', 'a@b.org', '12345'))
      case 'consent':
        return fc.boolean()
      case 'file':
        return fc.array(fc.constantFrom('0190b8a0-0000-7000-8000-000000000000', 'x'), { maxLength: 3 })
      default:
        return fc.oneof(fc.integer({ min: -1, max: 12 }), fc.constant(2.5))
    }
  }
  return fc.oneof({ weight: 5, arbitrary: right() }, { weight: 1, arbitrary: nonsense })
}

/** A definition of random questions in random pages, with logic about earlier ones, and answers of all sorts to it. */
export const surveyAndAnswers = fc
  .shuffledSubarray([...samples], { minLength: 2 })
  .chain((questions) =>
    fc.record({
      questions: fc.constant(questions),
      required: fc.array(fc.boolean(), { minLength: questions.length, maxLength: questions.length }),
      shown: fc.array(fc.option(fc.integer({ min: 0, max: questions.length - 1 })), {
        minLength: questions.length,
        maxLength: questions.length,
      }),
      op: fc.constantFrom('exists' as const, 'not_exists' as const),
      randomize: fc.boolean(),
      size: fc.integer({ min: 1, max: 4 }),
      given: fc.record(Object.fromEntries(questions.map((question) => [question.key, answerFor(question)])), {
        requiredKeys: [],
      }),
    }),
  )
  .map(({ questions, required, shown, op, randomize, size, given }) => {
    const asked = questions.map((question, index) => {
      const before = shown[index] ?? index
      const about = questions[before]
      return {
        ...question,
        ...('options' in question ? { randomize } : {}),
        ...(question.kind === 'statement' ? {} : { required: required[index] === true }),
        // Only what stands on an earlier page, as the schema asks.
        ...(about && before < index - (index % size) && about.kind !== 'statement'
          ? { showIf: { field: `answer.${about.key}`, op } }
          : {}),
      }
    })
    const pages = Array.from({ length: Math.ceil(asked.length / size) }, (_, page) => ({
      questions: asked.slice(page * size, page * size + size),
      randomize,
    }))
    const { progress: _, ...survey } = allKinds('hotel')
    const definition = { ...survey, pages, thanks: [] } as SurveyDefinition
    return { definition: surveySchema.parse(definition), given: given as Record<string, unknown> }
  })
