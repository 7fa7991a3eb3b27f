import { expect, it } from 'vitest'
import { corsHeaders } from '@/collect/cors'

const shop = 'https://shop.example'

it.each([
  ['every page, of a survey for all', shop, [], { 'access-control-allow-origin': '*' }],
  ['who names none, since a cache may keep it for a page', null, undefined, { 'access-control-allow-origin': '*' }],
  ['the survey’s own pages', shop, [shop], { 'access-control-allow-origin': shop, vary: 'Origin' }],
  ['other pages', 'https://other.example', [shop], { vary: 'Origin' }],
  ['who names none, of a survey for some', null, [shop], { vary: 'Origin' }],
])('what may be read is said to %s', (_, origin, origins, headers) => {
  expect(corsHeaders(origin, origins)).toEqual(headers)
})
