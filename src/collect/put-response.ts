import { isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { type Submission, submissionSchema } from '@/domain/response/submission'
import { uuidSchema } from '@/domain/schemas'
import { log } from '@/observe/logger'
import { isOverload } from '@/pipeline/listen/accept-response'
import { isProven, makeChallenge } from '@/pipeline/listen/challenge'
import { receiveResponse } from '@/pipeline/listen/receive-response'
import { isUnderAttack, takeSubmission, takeSurveySubmission } from './limits'
import type { Peer } from './peer'
import { problem, problemOf } from './problem'
import { readJson } from './read-json'

/** Any page may send an answer and read what became of it; nothing that it could read is private. */
const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' }

const tooMany = (of: 'from this address' | 'to this survey', retryAfterSeconds: number): Response =>
  problem(429, `Too many submissions ${of}; try again in ${retryAfterSeconds} s.`, {
    headers: { ...open, 'retry-after': String(retryAfterSeconds) },
  })

const challengeSeconds = 5

/**
 * While a survey is under attack each response must come with a proof of work (solved by `src/widget/runtime/proof.ts`): bought
 * once a response, it costs a customer a moment and a flood its speed. Who holds a personal link is known and needs none.
 */
const demandProof = (id: string, { survey, proof, invitationToken }: Submission, now: Date): Response | undefined => {
  const isAttacked = isUnderAttack(survey, now)
  if (!isAttacked || invitationToken !== undefined || (proof && isProven(survey, id, proof, now))) return undefined
  return problem(
    429,
    'This survey is under attack. Solve the challenge and send the answer again with its proof, or try later.',
    {
      headers: { ...open, 'retry-after': String(challengeSeconds) },
      members: makeChallenge(survey, id, now),
    },
  )
}

/** `PUT /api/v1/responses/{id}`: saves a response. A 2xx is sent only after the commit. */
export const putResponse = async (request: Request, params: Record<string, string>, { address }: Peer): Promise<Response> => {
  const arrivedAt = new Date()
  const limited = await takeSubmission(address)
  if (limited) return tooMany('from this address', limited.retryAfterSeconds)
  const read = await readJson(request, open)
  if (read instanceof Response) return read
  const id = parse(uuidSchema, params.id)
  if ('errors' in id)
    return problem(422, 'The id must be a UUID.', { errors: [{ path: 'id', message: 'must be a UUID' }], headers: open })
  const submission = parse(submissionSchema, read.value)
  if ('errors' in submission) return problem(422, 'The body can’t be used.', { errors: submission.errors, headers: open })
  const crowded = await takeSurveySubmission(submission.value.survey)
  if (crowded) return tooMany('to this survey', crowded.retryAfterSeconds)
  const unproven = demandProof(id.value, submission.value, arrivedAt)
  if (unproven) return unproven
  try {
    const { headers } = request
    const sender = { address, agent: headers.get('user-agent') }
    const accepted = await receiveResponse(id.value, submission.value, arrivedAt, { origin: headers.get('origin'), sender })
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
