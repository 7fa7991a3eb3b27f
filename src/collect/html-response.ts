import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const encode = async (html: string, accepted: string | null): Promise<{ body: Uint8Array<ArrayBuffer>; encoding?: string }> => {
  const plain = new TextEncoder().encode(html)
  // A page is small and made anew each time: the quick levels take a fraction of a millisecond.
  if (/\bbr\b/.test(accepted ?? ''))
    return { body: new Uint8Array(await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })), encoding: 'br' }
  if (/\bgzip\b/.test(accepted ?? '')) return { body: new Uint8Array(await zip(plain, { level: 5 })), encoding: 'gzip' }
  return { body: plain }
}

export type HtmlAnswer = { status?: number; locale: string; csp: string; headers?: Record<string, string> }

/** A page for a person: never indexed, compressed, under its own strict policy. */
export const htmlResponse = async (
  request: Request,
  html: string,
  { status = 200, locale, csp, headers }: HtmlAnswer,
): Promise<Response> => {
  const { body, encoding } = await encode(html, request.headers.get('accept-encoding'))
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': csp,
      'content-length': String(body.byteLength),
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      vary: 'Accept-Encoding, Accept-Language',
      ...(encoding ? { 'content-encoding': encoding } : {}),
      ...headers,
    },
  })
}
