import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Shop {
  url: string
  close(): Promise<void>
}

/**
 * A shop's page on an origin of its own, under the strictest policy that still lets a page of `earshot` in: whatever is not
 * loaded from there is blocked. Its own style would spoil an embed that isn't shielded.
 */
export const openShop = async (earshot: string, attributes: string, before = ''): Promise<Shop> => {
  const policy = `default-src 'none'; script-src ${earshot}; connect-src ${earshot}; style-src ${earshot}; img-src ${earshot}`
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title></head>
<body><main><h1>Shop</h1>${before}<script async src="${earshot}/embed.js" ${attributes}></script></main></body></html>`
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
