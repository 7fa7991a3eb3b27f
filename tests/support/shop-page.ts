import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Shop {
  url: string
  close(): Promise<void>
}

type Parts = {
  /** the page's own content before and after the survey's script */
  before?: string
  after?: string
  /** its own style sheet and script, which its policy lets in by a nonce */
  style?: string
  script?: string
  isAsync?: boolean
}

/**
 * A shop's page on an origin of its own, under the strictest policy that still lets a page of `earshot` in: whatever is not
 * loaded from there is blocked. Its own style would spoil an embed that isn't shielded.
 */
export const openShop = async (earshot: string, attributes: string | string[], parts: Parts = {}): Promise<Shop> => {
  const { before = '', after = '', style, script, isAsync = true } = parts
  const own = style === undefined && script === undefined ? '' : " 'nonce-shop'"
  const policy = `default-src 'none'; script-src ${earshot}${own}; connect-src ${earshot}; style-src ${earshot}${own}; img-src ${earshot}`
  const scripts = [attributes].flat().map((one) => `<script ${isAsync ? 'async ' : ''}src="${earshot}/embed.js" ${one}></script>`)
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title>
${style === undefined ? '' : `<style nonce="shop">${style}</style>`}${script === undefined ? '' : `<script nonce="shop">${script}</script>`}</head>
<body><main><h1>Shop</h1>${before}${scripts.join('\n')}${after}</main></body></html>`
  const server = createServer((request, response) => {
    const isPage = request.url === '/'
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    response.end(isPage ? html : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
