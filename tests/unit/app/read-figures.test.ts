import { afterEach, expect, test, vi } from 'vitest'
import { readFigures } from '@/app/(console)/(overview)/_components/read-figures'

afterEach(() => {
  vi.unstubAllGlobals()
})

const figures = { readAt: 1, metrics: {}, newest: [] }
const answering = (answer: () => Response | Promise<Response>) => vi.stubGlobal('fetch', async () => answer())

test('figures are read as they are answered', async () => {
  answering(() => Response.json(figures))
  expect(await readFigures('/figures')).toEqual(figures)
})

test.each<[string, () => Response | Promise<Response>]>([
  ['a server that is away', () => Promise.reject(new TypeError('fetch failed'))],
  ['a refusal', () => Response.json({ type: 'too_slow' }, { status: 422 })],
  ['a page in place of the figures', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
  ['an answer that was cut short', () => new Response('{"readAt": 1, "metr')],
  ['something else', () => Response.json(['no', 'figures'])],
  ['nothing', () => Response.json(null)],
])('%s leaves the last figures standing', async (_, answer) => {
  answering(answer)
  expect(await readFigures('/figures')).toBeNull()
})
