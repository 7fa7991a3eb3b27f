import { expect, test } from 'vitest'
import { isSameOrigin } from '@/collect/same-origin'

const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers))

test('a page of ours may post, also under another name than APP_URL', () => {
  expect(from({ 'sec-fetch-site': 'same-origin', origin: 'http://10.0.0.5:3000' })).toBe(true)
  expect(from({ origin: 'http://localhost:3000' })).toBe(true)
  expect(from({ origin: 'http://shop.lan:3000', host: 'shop.lan:3000' })).toBe(true)
  expect(from({})).toBe(true)
})

test('another site may not', () => {
  expect(from({ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' })).toBe(false)
  expect(from({ 'sec-fetch-site': 'same-site' })).toBe(false)
  expect(from({ origin: 'https://evil.example', host: 'localhost:3000' })).toBe(false)
  expect(from({ origin: 'null' })).toBe(false)
})
