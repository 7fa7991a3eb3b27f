import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { problemOf } from '@/collect/problem'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { getLiveFigures } from '@/pipeline/analyze/get-live-figures'
import { readNarrowing } from '../../_filters/read-narrowing'
import { loadView } from '../../_filters/search-params'

/** The figures of the overview that an address shows, without the page around them. */
export const GET = async (request: Request): Promise<Response> => {
  const member = await currentMember()
  if (!member) return new Response('Sign in first.', { status: 401 })
  if (!can(member.role, 'analysis.read')) return new Response('Your role may not do this.', { status: 403 })
  const { organizationId, timeZone } = member
  const view = loadView(new URL(request.url).searchParams)
  const read = readNarrowing(view)
  if (isFailure(read)) return problemOf(read)
  const now = new Date()
  const period = resolvePeriod(view, localDay(now, timeZone))
  const figures = await getLiveFigures({ organizationId, timeZone, narrowing: read.narrowing, period, now })
  if (isFailure(figures)) return problemOf(figures)
  return Response.json(figures, { headers: { 'cache-control': 'no-store' } })
}
