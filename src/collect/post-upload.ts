import { isFailure } from '@/domain/errors'
import { isTestId } from '@/domain/response/test-id'
import { uuidSchema } from '@/domain/schemas'
import { log } from '@/observe/logger'
import { isOverload } from '@/pipeline/listen/accept-response'
import { acceptUpload, findUploadPlace } from '@/pipeline/listen/accept-upload'
import { limitsOfTest, tryUpload } from '@/pipeline/listen/try-upload'
import { takeSubmission, takeUpload } from './limits'
import type { Peer } from './peer'
import { problem, problemOf } from './problem'

const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' }

const tooMany = (retryAfterSeconds: number): Response =>
  problem(429, `Too many files from this address; try again in ${retryAfterSeconds} s.`, {
    headers: { ...open, 'retry-after': String(retryAfterSeconds) },
  })

/** The name travels percent-encoded, since a header holds no other letters; one that isn't is taken as it stands. */
const nameOf = (header: string | null): string => {
  try {
    return decodeURIComponent(header ?? '').slice(0, 500)
  } catch {
    return (header ?? '').slice(0, 500)
  }
}

const receive = async (request: Request, { address }: Peer): Promise<Response> => {
  const asked = await takeSubmission(address)
  if (asked) return tooMany(asked.retryAfterSeconds)
  const query = new URL(request.url).searchParams
  const responseId = uuidSchema.safeParse(query.get('response'))
  if (!responseId.success)
    return problem(422, 'The response must be a UUID.', {
      errors: [{ path: 'response', message: 'must be a UUID' }],
      headers: open,
    })
  const named = {
    slug: query.get('survey') ?? '',
    question: query.get('question') ?? '',
    responseId: responseId.data,
    origin: request.headers.get('origin'),
  }
  const isTest = isTestId(named.responseId)
  const place = isTest ? { question: await limitsOfTest(named) } : await findUploadPlace(named)
  if (isFailure(place)) return problemOf(place, open)
  const declared = request.headers.get('content-length')
  if (Number(declared ?? 0) > place.question.maxBytes)
    return problem(413, `The file is larger than ${place.question.maxBytes} bytes.`, { headers: open })
  if (!request.body) return problem(422, 'The file is empty.', { errors: [{ path: 'body', message: 'is empty' }], headers: open })
  const limited = await takeUpload(address, declared === null ? place.question.maxBytes : Number(declared))
  if (limited) return tooMany(limited.retryAfterSeconds)
  const name = nameOf(request.headers.get('x-file-name'))
  const file = { name, body: request.body }
  const uploaded =
    'survey' in place
      ? await acceptUpload(place, { responseId: named.responseId, ...file }, new Date())
      : await tryUpload(place.question, file, new Date())
  if (isFailure(uploaded)) return problemOf(uploaded, open)
  return Response.json(uploaded, { status: 201, headers: { ...open, 'cache-control': 'no-store' } })
}

/**
 * `POST /api/v1/uploads?survey=SLUG&question=KEY&response=UUID`: a file as the body, its name percent-encoded in `x-file-name`. What
 * its content type and its name claim doesn't count. 201 `{id, name, size, type}` when it is on disk; the answer then names the id.
 */
export const postUpload = async (request: Request, _: Record<string, string>, peer: Peer): Promise<Response> => {
  try {
    return await receive(request, peer)
  } catch (err) {
    if (!isOverload(err)) throw err
    log().warn({ err }, 'a file was turned away')
    return problem(503, 'The file could not be kept just now; please send it again.', {
      headers: { ...open, 'retry-after': '5' },
    })
  }
}
