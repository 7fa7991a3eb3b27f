import { pool } from '../connection'

export const latencyLegs = ['accept', 'score', 'alert', 'deliver', 'acknowledge', 'submitToDeliver'] as const
export type LatencyLeg = (typeof latencyLegs)[number]

/** Milliseconds; null where nothing was measured. */
export type Latency = { leg: LatencyLeg; n: number; p50: number | null; p95: number | null; p99: number | null }

/**
 * How long answers took from station to station since an instant. Only answers that arrived as they were given count:
 * an import's `submitted_at` lies in the past and says nothing about this machine.
 */
export const latencies = async (organizationId: string, since: Date): Promise<Latency[]> => {
  const { rows } = await pool().query<Latency>(
    `select leg, count(ms)::int as n,
            percentile_cont(0.5) within group (order by ms) as p50,
            percentile_cont(0.95) within group (order by ms) as p95,
            percentile_cont(0.99) within group (order by ms) as p99
       from responses r
       cross join lateral (values
         ('accept', extract(epoch from r.accepted_at - r.submitted_at) * 1000),
         ('score', extract(epoch from r.scored_at - r.accepted_at) * 1000),
         ('alert', extract(epoch from r.alerted_at - r.scored_at) * 1000),
         ('deliver', extract(epoch from r.delivered_at - r.alerted_at) * 1000),
         ('acknowledge', extract(epoch from r.acknowledged_at - r.delivered_at) * 1000),
         ('submitToDeliver', extract(epoch from r.delivered_at - r.submitted_at) * 1000)
       ) as measured (leg, value)
       cross join lateral (select greatest(0, measured.value)::float8 as ms) as clean
      where r.organization_id = $1 and r.submitted_at >= $2 and r.accepted_at - r.submitted_at < interval '1 minute' and measured.value is not null
      group by leg`,
    [organizationId, since],
  )
  return latencyLegs.map((leg) => rows.find((row) => row.leg === leg) ?? { leg, n: 0, p50: null, p95: null, p99: null })
}
