import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { widgetDir } from '@/config/paths'
import { problem } from '../problem'

type Encoding = 'br' | 'gzip' | undefined
type Asset = { madeAt: number; etag: string; bodies: Map<Encoding, Uint8Array<ArrayBuffer>> }

const extensionOf = { br: '.br', gzip: '.gz' } as const
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

const assets = new Map<string, Asset>()

const readBytes = async (file: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A built file with its packed forms, kept in memory until the build writes it anew; undefined if there is none. */
const load = async (name: string): Promise<Asset | undefined> => {
  const file = join(widgetDir(), name)
  const madeAt = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  )
  if (madeAt === undefined) return undefined
  const known = assets.get(name)
  if (known?.madeAt === madeAt) return known
  const plain = await readBytes(file)
  if (!plain) return undefined
  const asset: Asset = {
    madeAt,
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    bodies: new Map([[undefined, plain]]),
  }
  for (const encoding of ['br', 'gzip'] as const) {
    const packed = await readBytes(file + extensionOf[encoding])
    if (packed) asset.bodies.set(encoding, packed)
  }
  assets.set(name, asset)
  return asset
}

const encodingFor = (accepted: string | null, { bodies }: Asset): Encoding =>
  (['br', 'gzip'] as const).find(
    (encoding) => bodies.has(encoding) && new RegExp(`\\b${encoding}\\b(?!;\\s*q=0(\\.0*)?\\b)`).test(accepted ?? ''),
  )

// Any shop's page loads them, also one that is isolated across origins (COEP).
const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'timing-allow-origin': '*' }

const answer = async (request: Request, name: string, cacheControl: string): Promise<Response> => {
  const asset = await load(name)
  if (!asset) return problem(404, 'There is no such file.', { headers: open })
  const encoding = encodingFor(request.headers.get('accept-encoding'), asset)
  const etag = `"${asset.etag}${encoding ? `-${encoding}` : ''}"`
  const headers = {
    ...open,
    etag,
    'cache-control': cacheControl,
    vary: 'Accept-Encoding',
    // The kiosk's worker looks after the surveys, which stand in another folder than itself.
    ...(name.startsWith('worker-') ? { 'service-worker-allowed': '/s/' } : {}),
  }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  const body = asset.bodies.get(encoding) ?? new Uint8Array()
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'content-length': String(body.byteLength),
      ...(encoding ? { 'content-encoding': encoding } : {}),
    },
  })
}

/** `GET /embed.js`: its name stays, so it is asked for again before long. */
export const getLoader = (request: Request): Promise<Response> =>
  answer(request, 'embed.js', 'public, max-age=300, stale-while-revalidate=86400')

/** `GET /widget/{name}`: named by its contents, so what a name stands for never changes. */
export const getAsset = (request: Request, params: Record<string, string>): Promise<Response> => {
  const name = params.name ?? ''
  if (!/^[a-zA-Z]+(-[\w-]+)+\.(js|json)$/.test(name))
    return Promise.resolve(problem(404, 'There is no such file.', { headers: open }))
  return answer(request, name, 'public, max-age=31536000, immutable')
}
