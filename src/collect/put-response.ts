import { isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { submissionSchema } from '@/domain/response/submission'
import { uuidSchema } from '@/domain/schemas'
import { log } from '@/observe/logger'
import { acceptResponse, isOverload } from '@/pipeline/listen/accept-response'
import { takeSubmission } from './limits'
import { problem, problemOf } from './problem'
import { readJson } from './read-json'

/** Any page may send an answer and read what became of it; nothing that it could read is private. */
const open = { 'access-control-allow-origin': '*' }

const tooMany = (retryAfterSeconds: number): Response =>
  problem(429, `Too many submissions from this address; try again in ${retryAfterSeconds} s.`, {
    headers: { ...open, 'retry-after': String(retryAfterSeconds) },
  })

/** `PUT /api/v1/responses/{id}`: saves a response. A 2xx is sent only after the commit. */
export const putResponse = async (
  request: Request,
  params: Record<string, string>,
  peer: { address: string },
): Promise<Response> => {
  const arrivedAt = new Date()
  const limited = await takeSubmission(peer.address)
  if (limited) return tooMany(limited.retryAfterSeconds)
  const read = await readJson(request, open)
  if (read instanceof Response) return read
  const id = parse(uuidSchema, params.id)
  if ('errors' in id)
    return problem(422, 'The id must be a UUID.', { errors: [{ path: 'id', message: 'must be a UUID' }], headers: open })
  const submission = parse(submissionSchema, read.value)
  if ('errors' in submission) return problem(422, 'The body can’t be used.', { errors: submission.errors, headers: open })
  try {
    const accepted = await acceptResponse(id.value, submission.value, arrivedAt, { origin: request.headers.get('origin') })
    if (isFailure(accepted)) return problemOf(accepted, open)
    const { isNew, isKept: _, ...body } = accepted
    return Response.json(body, { status: isNew ? 201 : 200, headers: { ...open, 'cache-control': 'no-store' } })
  } catch (err) {
    if (!isOverload(err)) throw err
    log().warn({ err }, 'a submission was turned away')
    return problem(503, 'The answer could not be kept just now; please send it again.', {
      headers: { ...open, 'retry-after': '2' },
    })
  }
}
