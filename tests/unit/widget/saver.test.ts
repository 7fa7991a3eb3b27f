import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSaver, type Save, type SaveState } from '@/widget/runtime/saver'
import { sendUnsent } from '@/widget/runtime/send'

type Sent = Save & { revision: number; url: string; keepalive: boolean }

const stored = new Map<string, string>()
let sent: Sent[] = []
let states: SaveState[] = []
let answers: (() => Response | Error | Promise<Response>)[] = []

const ok = (revision?: number) => () => Response.json({ revision: revision ?? sent.at(-1)?.revision })
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status: code, headers })
const away = () => new TypeError('no network')

beforeEach(() => {
  vi.useFakeTimers()
  stored.clear()
  sent = []
  states = []
  answers = []
  // The mark that a page adds to its revisions, of 64.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  const online = new EventTarget()
  vi.stubGlobal('addEventListener', online.addEventListener.bind(online))
  vi.stubGlobal('removeEventListener', online.removeEventListener.bind(online))
  vi.stubGlobal('dispatchEvent', online.dispatchEvent.bind(online))
  vi.stubGlobal('fetch', async (url: string, init: { body: string; keepalive: boolean }) => {
    sent.push({ ...(JSON.parse(init.body) as Sent), url, keepalive: init.keepalive })
    const answer = await (answers.shift() ?? ok())()
    if (answer instanceof Error) throw answer
    return answer
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const save = (nps: number, completed = false): Save => ({ survey: 's', answers: { nps }, completed })
const make = (revision = 0) =>
  createSaver({
    origin: 'https://e.example',
    id: 'id-1',
    revision,
    onRevision: () => undefined,
    onState: (state) => states.push(state),
  })
const revisions = () => sent.map(({ revision, answers: { nps } }) => [revision, nps])

test('saves go out in order, each under the next revision', async () => {
  const saver = make(4)
  saver.save(save(1))
  await saver.settled()
  saver.save(save(2, true))
  expect(await saver.settled()).toBe('sent')
  expect(revisions()).toEqual([
    [96, 1],
    [160, 2],
  ])
  expect(sent[0]?.url).toBe('https://e.example/api/v1/responses/id-1')
})

test('of those that wait only the newest is sent', async () => {
  const saver = make()
  for (const nps of [1, 2, 3, 4]) saver.save(save(nps))
  expect(await saver.settled()).toBe('sent')
  expect(revisions()).toEqual([
    [96, 1],
    [288, 4],
  ])
})

test('without a network it is kept on the device and sent when there is one again', async () => {
  answers = [away, away]
  const saver = make()
  saver.save(save(7, true))
  const settled = saver.settled()
  await vi.advanceTimersByTimeAsync(10)
  expect(stored.get('earshot.unsent')).toContain('"nps":7')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await settled).toBe('sent')
  expect(sent.map(({ revision }) => revision)).toEqual([96, 96, 96])
  expect(states).toEqual(['kept', 'kept', 'saved'])
  expect(stored.has('earshot.unsent')).toBe(false)
})

test('coming online ends the wait', async () => {
  answers = [away]
  const saver = make()
  saver.save(save(7))
  await vi.advanceTimersByTimeAsync(10)
  expect(sent).toHaveLength(1)
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toHaveLength(2)
})

test('429 and 503 wait as long as the server asks', async () => {
  answers = [status(503, { 'retry-after': '20' })]
  const saver = make()
  saver.save(save(7))
  await vi.advanceTimersByTimeAsync(14_000)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(12_000)
  expect(sent).toHaveLength(2)
})

test('what is refused for good is not tried again', async () => {
  answers = [status(422)]
  const saver = make()
  saver.save(save(7))
  expect(await saver.settled()).toBe('refused')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
  expect(stored.has('earshot.unsent')).toBe(false)
})

test('a newer revision of another tab is overtaken, since an equal one would change nothing', async () => {
  answers = [ok(130)]
  const saver = make()
  saver.save(save(7))
  expect(await saver.settled()).toBe('sent')
  expect(revisions()).toEqual([
    [96, 7],
    [224, 7],
  ])
})

test('a page that goes sends what isn’t through once more, in a request that outlives it', async () => {
  answers = [() => new Promise<Response>(() => undefined)]
  const saver = make()
  saver.save(save(1))
  saver.save(save(2))
  saver.leave()
  expect(sent.at(-1)).toMatchObject({ answers: { nps: 2 }, keepalive: true, revision: 160 })
  expect(stored.get('earshot.unsent')).toContain('"nps":2')
})

test('a page that is too large to outlive its tab is sent as it can be, and kept on the device', async () => {
  answers = [() => new Promise<Response>(() => undefined)]
  const saver = make()
  saver.save({ survey: 's', answers: { reason: '很'.repeat(21_000) }, completed: false })
  saver.leave()
  expect(sent.map(({ keepalive }) => keepalive)).toEqual([false, false])
  expect(stored.get('earshot.unsent')).toContain('很')
})

test('the sign-in page of a network in the server’s place is no confirmation', async () => {
  answers = [() => new Response('<h1>Welcome to the café</h1>'), ok()]
  const saver = make()
  saver.save(save(7))
  const settled = saver.settled()
  await vi.advanceTimersByTimeAsync(10)
  expect(states).toEqual(['kept'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(await settled).toBe('sent')
})

test('two pages of one response never give two bodies the same revision', async () => {
  const first = make()
  vi.spyOn(Math, 'random').mockReturnValue(0.25)
  const second = make()
  first.save(save(1))
  second.save(save(2))
  await Promise.all([first.settled(), second.settled()])
  expect(new Set(sent.map(({ revision }) => revision)).size).toBe(2)
})

test('what an earlier visit could not send is sent by the next as it was, but for the response at hand', async () => {
  const entry = (nps: number) => ({ origin: '', revision: 3, save: save(nps) })
  stored.set('earshot.unsent', JSON.stringify({ old: entry(1), now: entry(2) }))
  vi.stubGlobal('navigator', {})
  await sendUnsent('now')
  expect(sent.map(({ url, revision }) => [url, revision])).toEqual([['/api/v1/responses/old', 3]])
  await vi.advanceTimersByTimeAsync(0)
  expect(stored.get('earshot.unsent')).not.toContain('old')
})

test('tabs send what waits one after the other', async () => {
  stored.set('earshot.unsent', JSON.stringify({ old: { origin: '', revision: 3, save: save(1) } }))
  let grant = () => {}
  const granted = new Promise<void>((resolve) => {
    grant = resolve
  })
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => Promise<void>) => granted.then(work) } })
  const done = sendUnsent('now')
  expect(sent).toEqual([])
  grant()
  await done
  expect(sent).toHaveLength(1)
})

test('a sandboxed frame, where locks are denied, sends all the same', async () => {
  stored.set('earshot.unsent', JSON.stringify({ old: { origin: '', revision: 3, save: save(1) } }))
  const denied = () => Promise.reject(new DOMException('denied', 'SecurityError'))
  vi.stubGlobal('navigator', { locks: { request: denied } })
  await sendUnsent('now')
  expect(sent).toHaveLength(1)
})
