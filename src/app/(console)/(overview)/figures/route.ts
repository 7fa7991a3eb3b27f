import { problemOf } from '@/collect/problem'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { getLiveFigures } from '@/pipeline/analyze/get-live-figures'
import { readNarrowing } from '../../_filters/read-narrowing'
import { loadView } from '../../_filters/search-params'
import { memberRoute } from '../../_session/member-route'

/** The figures of the overview that an address shows, without the page around them. */
export const GET = memberRoute('analysis.read', async ({ organizationId, timeZone }, request) => {
  const view = loadView(new URL(request.url).searchParams)
  const read = readNarrowing(view)
  if (isFailure(read)) return problemOf(read)
  const now = new Date()
  const period = resolvePeriod(view, localDay(now, timeZone))
  const figures = await getLiveFigures({ organizationId, timeZone, narrowing: read.narrowing, period, now })
  if (isFailure(figures)) return problemOf(figures)
  return Response.json(figures, { headers: { 'cache-control': 'no-store' } })
})
