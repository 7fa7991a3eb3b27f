import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer } from '@/web/server'

const server = makeServer(async (request, response) => {
  response.end(`the console’s ${request.url}`)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

const ask = (line: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () =>
      socket.write(`${line} HTTP/1.1\r\nHost: cx.example\r\nConnection: close\r\n\r\n`),
    )
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })

it('a request that names no path is refused before anybody stumbles over it', async () => {
  expect(await ask('OPTIONS *')).toMatch(/^HTTP\/1\.1 400 /)
})

it.each([
  ['GET http://evil.example/journey?a=b', '/journey?a=b'],
  ['GET http://evil.example', '/'],
  ['GET /journey?at=http://shop.example/', '/journey?at=http://shop.example/'],
])('%s is about the path alone', async (line, path) => {
  expect(await ask(line)).toContain(`the console’s ${path}`)
})

it('the public door is found under a whole address too', async () => {
  expect(await ask('DELETE http://evil.example/s/delivery')).toMatch(/^HTTP\/1\.1 405 /)
})

it.each(['/cases/%ED%A0%80', '/api/v1/responses/%', '/surveys/%E0%A4%A/edit'])(
  '%s, whose signs stand for no text, is the asker’s fault and not ours',
  async (path) => {
    expect(await ask(`GET ${path}`)).toMatch(/^HTTP\/1\.1 400 /)
  },
)

it('what is no text behind the path is left to whoever reads it', async () => {
  expect(await ask('GET /responses?q=%ED%A0%80')).toContain('the console’s /responses?q=%ED%A0%80')
})
