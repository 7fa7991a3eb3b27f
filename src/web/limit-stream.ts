import { IncomingMessage } from 'node:http'

/**
 * A copy of a request whose body is cut off at `limit` bytes, for bodies that don't declare their length. Past the limit
 * the copy breaks (whoever reads it fails) and `onTooLarge` answers.
 */
export const limitStream = (request: IncomingMessage, limit: number, onTooLarge: () => void): IncomingMessage => {
  const copy = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
  copy._read = () => request.resume()
  // The socket is the original's: destroying the copy must not close the connection under the answer.
  copy._destroy = (error, done) => done(error)
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > limit) {
      request.pause()
      onTooLarge()
      copy.destroy(new Error('the body is too large'))
    } else if (!copy.push(chunk)) request.pause()
  })
  request.on('end', () => copy.push(null))
  request.on('error', (error) => copy.destroy(error))
  return copy
}
