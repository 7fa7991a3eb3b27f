import { z } from 'zod'
import { localDay } from '@/domain/analysis/local-day'
import { resolveComparison, resolvePeriod } from '@/domain/analysis/period'
import { whereSchema } from '@/domain/condition/where-schema'
import { isFailure } from '@/domain/errors'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getSettings } from '@/pipeline/operate/get-settings'
import { daySchema, readQuery } from '../../../_machine/query'
import { machineRoute } from '../../../_machine/route'
import { journeyBody } from './journey-body'

const querySchema = z
  .strictObject({
    journey: z.string().optional(),
    touchpoint: z.string().optional(),
    survey: z.string().optional(),
    channel: z.string().optional(),
    locale: z.string().optional(),
    where: whereSchema.optional(),
    from: daySchema.optional(),
    to: daySchema.optional(),
    compareFrom: daySchema.optional(),
    compareTo: daySchema.optional(),
    measure: z.string().optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined) && (from ?? '') <= (to ?? ''), {
    path: ['to'],
    message: '"from" and "to" go together, in their order',
  })
  .refine(({ compareFrom: from, compareTo: to }) => (from === undefined) === (to === undefined) && (from ?? '') <= (to ?? ''), {
    path: ['compareTo'],
    message: '"compareFrom" and "compareTo" go together, in their order',
  })

/** Without days: the last 30, against the 30 before them. */
export const GET = machineRoute('analysis.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const { from, to, compareFrom, compareTo, measure, ...narrowing } = query.value
  const { organizationId } = caller
  const { timeZone } = (await getSettings(organizationId, false)).organization
  const today = localDay(new Date(), timeZone)
  const period = resolvePeriod(from && to ? { period: 'custom', from, to } : { period: '30d' }, today)
  const compared = compareFrom && compareTo ? ({ compare: 'custom', compareFrom, compareTo } as const) : null
  const comparedWith = resolveComparison(compared ?? { compare: 'previous' }, period)
  const map = await getJourneyMap({
    organizationId,
    now: { narrowing, period },
    against: { narrowing, period: comparedWith },
    measure,
  })
  return isFailure(map) ? map : { body: journeyBody(map, period, comparedWith) }
})
