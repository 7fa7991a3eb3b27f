import { expect, test } from 'vitest'
import { matchPublicRoute } from '@/web/public-door'

test('names in a path are decoded', () => {
  expect(matchPublicRoute('GET', '/s/caf%C3%A9')?.params).toEqual({ survey: 'café' })
})

test.each(['/s/%ff', '/s/%', '/s/a%2', '/i/%ff', '/u/%zz', '/api/v1/surveys/%ff/definition'])(
  '%s, which is encoded wrong, is the public door’s to refuse',
  (path) => {
    const match = matchPublicRoute('GET', path)
    expect(Object.values(match?.params ?? {})).toEqual([path.replace('/definition', '').split('/').at(-1)])
  },
)

test('what isn’t ours is the console’s', () => {
  expect(matchPublicRoute('GET', '/surveys/delivery')).toBeUndefined()
})
