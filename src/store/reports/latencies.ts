import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'

const limitMs = 10_000

export const latencyLegs = ['accept', 'score', 'alert', 'deliver', 'acknowledge', 'submitToDeliver'] as const
export type LatencyLeg = (typeof latencyLegs)[number]

/** Milliseconds; null where nothing was measured. */
export type Latency = { leg: LatencyLeg; n: number; p50: number | null; p95: number | null; p99: number | null }

const measured = `
  responses r
  cross join lateral (values
    ('accept', extract(epoch from r.accepted_at - r.submitted_at) * 1000),
    ('score', extract(epoch from r.scored_at - r.accepted_at) * 1000),
    ('alert', extract(epoch from r.alerted_at - r.scored_at) * 1000),
    ('deliver', extract(epoch from r.delivered_at - r.alerted_at) * 1000),
    ('acknowledge', extract(epoch from r.acknowledged_at - r.delivered_at) * 1000),
    ('submitToDeliver', extract(epoch from r.delivered_at - r.submitted_at) * 1000)
  ) as measured (leg, value)
  cross join lateral (select greatest(0, measured.value)::float8 as ms) as clean
 where r.organization_id = $1 and r.submitted_at >= $2 and r.submitted_at < $3 and r.accepted_at - r.submitted_at < interval '1 minute' and measured.value is not null`

const percentiles = `
  count(ms)::int as n,
  percentile_cont(0.5) within group (order by ms) as p50,
  percentile_cont(0.95) within group (order by ms) as p95,
  percentile_cont(0.99) within group (order by ms) as p99`

export const everyLeg = (rows: readonly Latency[]): Latency[] =>
  latencyLegs.map((leg) => {
    const { n, p50, p95, p99 } = rows.find((row) => row.leg === leg) ?? { n: 0, p50: null, p95: null, p99: null }
    return { leg, n, p50, p95, p99 }
  })

/**
 * How long the answers given in a span took from station to station; none where there are none, `too_slow` where it takes longer than
 * it may. Only answers that arrived as they were given count: an import's `submitted_at` lies in the past and says nothing about this
 * machine.
 */
export const latenciesWithin = async (
  organizationId: string,
  { from, before }: { from: Date; before: Date },
  mayTakeMs = limitMs,
): Promise<Latency[] | Failure> => {
  const statement = `select leg, ${percentiles} from ${measured} group by leg`
  return readWithin(mayTakeMs, async (client) => {
    const { rows } = await client.query<Latency>(statement, [organizationId, from, before])
    return rows.length === 0 ? [] : everyLeg(rows)
  })
}
