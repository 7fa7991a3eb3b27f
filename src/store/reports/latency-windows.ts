import { pool } from '../connection'
import type { Latency } from './latencies'

/** What took less is counted whenever somebody looks. */
export const quickMs = 200

/** A window as it was counted: the hours before `countedAt`; no legs where nothing was answered. */
export type CountedWindow = { legs: Latency[]; tookMs: number; countedAt: Date }

/** Keeps a window's count, unless a later one is there. */
export const keepLatencyWindow = async (
  { organizationId, hours }: { organizationId: string; hours: number },
  { legs, tookMs, countedAt }: CountedWindow,
): Promise<void> => {
  await pool().query(
    `insert into latency_windows (organization_id, hours, legs, took_ms, counted_at) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, hours) do update set legs = excluded.legs, took_ms = excluded.took_ms, counted_at = excluded.counted_at
      where latency_windows.counted_at < excluded.counted_at`,
    [organizationId, hours, JSON.stringify(legs), Math.round(tookMs), countedAt],
  )
}

export const findLatencyWindow = async (organizationId: string, hours: number): Promise<CountedWindow | undefined> => {
  const { rows } = await pool().query<CountedWindow>(
    `select legs, took_ms as "tookMs", counted_at as "countedAt" from latency_windows where organization_id = $1 and hours = $2`,
    [organizationId, hours],
  )
  return rows[0]
}

export type DueWindow = { organizationId: string; hours: number }

/**
 * Windows that are to be counted (again): each minute, but none for more than a fiftieth of a worker's time. What was quick is only
 * looked at now and then, whether it still is.
 */
export const findDueLatencyWindows = async (hours: readonly number[], limit: number): Promise<DueWindow[]> => {
  const { rows } = await pool().query<DueWindow>(
    `select o.id as "organizationId", w.hours from organizations o cross join unnest($1::int[]) as w (hours)
       left join latency_windows l on l.organization_id = o.id and l.hours = w.hours
      where l.counted_at is null or l.counted_at < now() - greatest(make_interval(secs => l.took_ms * 0.05),
              case when l.took_ms < $2 then interval '5 minutes' else interval '1 minute' end)
      order by l.counted_at nulls first limit $3`,
    [hours, quickMs, limit],
  )
  return rows
}
