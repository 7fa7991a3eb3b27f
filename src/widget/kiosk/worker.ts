/**
 * A kiosk's service worker: its page comes fresh where there is a network and as it was last where there is none. Other
 * surveys that are opened in this browser go past it; answers aren't its business, they wait in the page's own queue.
 */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetch = Extendable & { request: Request; respondWith(response: Promise<Response>): void }
type Message = Extendable & { data: { keep: readonly string[] }; source: { postMessage(data: unknown): void } | null }
type Scope = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void
  addEventListener(type: 'message', listener: (event: Message) => void): void
}

const scope = self as unknown as Scope
const patience = 4000
const kept = () => caches.open('earshot-kiosk')
// The page varies by its reader's languages, but its address names the language.
const find = async (url: string): Promise<Response | undefined> => (await kept()).match(url, { ignoreVary: true })

const fresh = async (url: string, request: Request | string = url): Promise<Response> => {
  const response = await fetch(request)
  if (response.ok) await (await kept()).put(url, response.clone())
  return response
}

const freshFirst = async (request: Request): Promise<Response> => {
  const arriving = fresh(request.url, request)
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined))
  const response = await Promise.race([arriving, late]).catch(() => undefined)
  if (response?.ok) return response
  return (await find(request.url)) ?? response ?? arriving
}

const keptFirst = async (request: Request): Promise<Response> => (await find(request.url)) ?? fetch(request)

/** Pictures of other origins can't be looked into, but they can be kept and shown. */
const keepAll = async (urls: readonly string[]): Promise<boolean> => {
  const cache = await kept()
  for (const { url } of await cache.keys()) if (!urls.includes(url)) await cache.delete(url)
  const results = await Promise.allSettled(
    urls.map(async (url) => {
      if (!new URL(url).pathname.startsWith('/widget/') || !(await find(url))) {
        const isOwn = new URL(url).origin === location.origin
        const response = await fetch(url, isOwn ? {} : { mode: 'no-cors' })
        if (isOwn && !response.ok) throw new Error(`${url} answers ${response.status}`)
        await cache.put(url, response)
      }
    }),
  )
  return results.every(({ status }) => status === 'fulfilled')
}

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const { pathname, searchParams } = new URL(request.url)
  if (request.mode === 'navigate') {
    if (searchParams.get('mode') === 'kiosk') event.respondWith(freshFirst(request))
  } else if (pathname.startsWith('/widget/') || request.destination === 'image') event.respondWith(keptFirst(request))
})
scope.addEventListener('message', (event) =>
  event.waitUntil(keepAll(event.data.keep).then((isWhole) => event.source?.postMessage({ isWhole }))),
)
