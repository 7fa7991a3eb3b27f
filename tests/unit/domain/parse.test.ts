import { expect, test } from 'vitest'
import { z } from 'zod'
import { errorStatus, fail, isFailure } from '@/domain/errors'
import { formatPath, parse } from '@/domain/parse'
import { programmeSchema } from '@/domain/programme/schema'

test('paths are written as people write places in a file', () => {
  expect(formatPath(['pages', 0, 'questions', 2, 'key'])).toBe('pages[0].questions[2].key')
  expect(formatPath(['members', 'a@b.example', 'role'])).toBe('members["a@b.example"].role')
  expect(formatPath([])).toBe('')
})

test('of a union’s branches the one that came furthest tells the fault', () => {
  const schema = z.union([z.string(), z.object({ inner: z.object({ n: z.number() }) })])
  expect(parse(schema, { inner: { n: 'x' } })).toMatchObject({ errors: [{ path: 'inner.n' }] })
})

test('failures are values with a status', () => {
  expect(fail('not_found')).toEqual({ error: 'not_found' })
  expect(fail('invalid', 'why', [{ path: 'a', message: 'b' }])).toEqual({
    error: 'invalid',
    detail: 'why',
    errors: [{ path: 'a', message: 'b' }],
  })
  expect(isFailure({ error: 'x' })).toBe(true)
  expect([isFailure(null), isFailure('error'), isFailure({})]).toEqual([false, false, false])
  expect(Object.values(errorStatus).every((status) => status >= 400 && status < 600)).toBe(true)
})

test('a programme may be empty, and names what is wrong by its place', () => {
  expect(parse(programmeSchema, {})).toEqual({
    value: {
      members: {},
      teams: {},
      journeys: {},
      touchpoints: {},
      surveys: {},
      metrics: {},
      webhooks: {},
      chats: {},
      rootCauses: {},
      recoveryActions: {},
      caseMails: {},
      alertRules: {},
    },
  })
  const place = (input: unknown) => {
    const parsed = parse(programmeSchema, input)
    return 'errors' in parsed ? parsed.errors[0]?.path : undefined
  }
  expect(place({ settings: { name: 'A', timeZone: 'Mars/Base' } })).toBe('settings.timeZone')
  expect(place({ members: { 'x@y.example': { name: 'X', role: 'king' } } })).toBe('members["x@y.example"].role')
  expect(
    place({
      journeys: {
        j: {
          name: 'J',
          stages: [
            { key: 'a', name: 'A', phase: 'sale' },
            { key: 'a', name: 'B', phase: 'sale' },
          ],
        },
      },
    }),
  ).toBe('journeys.j.stages')
  expect(place({ touchpoints: { t: { name: 'T', journey: 'j', stage: 's', channel: 'web', owner: 'NOT A KEY' } } })).toBe(
    'touchpoints.t.owner',
  )
  expect(place({ surveys: { s: { title: 'x', touchpoint: 't', pages: [] } } })).toBe('surveys.s.pages')
})
