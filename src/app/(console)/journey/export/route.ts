import { problemOf } from '@/collect/problem'
import { journeySvg } from '@/components/charts/journey-svg'
import { localDay } from '@/domain/analysis/local-day'
import { isFailure } from '@/domain/errors'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { loadMap } from '../../_filters/search-params'
import { memberRoute } from '../../_session/member-route'
import { readMapView } from '../(map)/read-map-view'
import { drawingOf } from './drawing-of'

/** The map that an address shows, as an SVG file in the reader's language. */
export const GET = memberRoute('programme.read', async (member, request) => {
  const { organizationId, timeZone } = member
  const view = loadMap(new URL(request.url).searchParams)
  const today = localDay(new Date(), timeZone)
  const asked = readMapView(view, today)
  const { narrowing, period, against } = asked
  const map =
    asked.failure ??
    (await getJourneyMap({ organizationId, now: { narrowing, period }, against, measure: view.measure ?? undefined }))
  if (isFailure(map)) return problemOf(map)
  const drawing = await drawingOf({ member, map, view, asked, today })
  return new Response(journeySvg(drawing), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' },
  })
})
