import { can, mayAsk, type Permission } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { problem, problemOf } from '@/collect/problem'
import { readJson } from '@/collect/read-json'
import { type Failure, isFailure } from '@/domain/errors'
import { clean } from '@/domain/response/clean'
import { log } from '@/observe/logger'
import { isOverload } from '@/pipeline/listen/accept-response'
import { findApiKey } from '@/pipeline/operate/find-api-key'

/** Who calls the machine door: a key, or a member's session for what the console's own pages fetch. */
export type Caller = { organizationId: string; role: string; by: string }

const unauthorized = () =>
  problem(401, 'Send a valid key: "Authorization: Bearer KEY".', { headers: { 'www-authenticate': 'Bearer realm="earshot"' } })

const findCaller = async (request: Request, isSessionEnough: boolean): Promise<Caller | undefined> => {
  const header = request.headers.get('authorization') ?? ''
  const token = /^bearer\s+(\S+)$/i.exec(header)?.[1]
  if (token) {
    const key = await findApiKey(token)
    return key && { organizationId: key.organizationId, role: key.role, by: `api:${key.name}` }
  }
  if (!isSessionEnough) return undefined
  const member = await currentMember()
  return member ? { organizationId: member.organizationId, role: member.role, by: member.email } : undefined
}

type Params = Record<string, string>
export type Call = { caller: Caller; request: Request; url: URL; params: Params }
type Answer = Response | Failure | { status?: number; body: unknown }
type Next = { params: Promise<Params> }

const respond = (answer: Answer): Response => {
  if (answer instanceof Response) return answer
  if (isFailure(answer)) return problemOf(answer)
  return Response.json(answer.body, { status: answer.status ?? 200, headers: { 'cache-control': 'no-store' } })
}

const answer =
  (permission: Permission, work: (call: Call) => Promise<Answer>, isSessionEnough: boolean) =>
  async (request: Request, { params }: Next): Promise<Response> => {
    const caller = await findCaller(request, isSessionEnough)
    if (!caller) return unauthorized()
    if (!can(caller.role, permission)) return problem(403, `A key with the role "${caller.role}" may not do this.`)
    const url = new URL(request.url)
    if (!mayAsk(caller.role, url.searchParams))
      return problem(403, `A key with the role "${caller.role}" may not ask how customers can be reached.`)
    // A route without a named part is given none.
    const names = (await params) ?? {}
    // PostgreSQL has no text with a NUL in it, so nothing has such a name.
    if (Object.values(names).some((name) => name.includes('\u0000'))) return problem(404, 'There is nothing of that name.')
    return respond(await work({ caller, request, url, params: names }))
  }

/** What isn't expected still gets an honest answer: "not now" when the database is away, else a fault of ours. */
const problemOfError = (err: unknown): Response => {
  if (isOverload(err))
    return problem(503, 'This could not be done just now; please try again.', { headers: { 'retry-after': '2' } })
  log().error({ err }, 'a machine call failed')
  return problem(500, 'Something went wrong on our side; please try again.')
}

/** A route of the machine door that reads: authorize, work, respond. */
export const machineRoute =
  (permission: Permission, work: (call: Call) => Promise<Answer>, { isSessionEnough = false } = {}) =>
  (request: Request, next: Next): Promise<Response> =>
    answer(permission, work, isSessionEnough)(request, next).catch(problemOfError)

/** A route of the machine door that takes a JSON body. */
export const machineBodyRoute = (
  permission: Permission,
  work: (call: Call & { body: unknown }) => Promise<Answer>,
  options: { isSessionEnough?: boolean } = {},
) =>
  machineRoute(
    permission,
    async (call) => {
      const read = await readJson(call.request)
      return read instanceof Response ? read : work({ ...call, body: clean(read.value) })
    },
    options,
  )
