import { pool } from '../connection'
import type { Latency } from './latencies'

/** What took less is counted whenever somebody looks. */
export const quickMs = 200

/** A window as it was counted: the hours before `countedAt`; no legs where nothing was answered. */
export type CountedWindow = { legs: Latency[]; countedAt: Date }

/** `gaveUpAt`: when counting it took too long, after it was counted if it ever was; `tookMs`: what the last attempt took. */
export type KeptWindow = { counted: CountedWindow | null; gaveUpAt: Date | null; tookMs: number }

type WindowKey = { organizationId: string; hours: number }

/** Keeps a window's count, unless a later one is there. */
export const keepLatencyWindow = async (
  { organizationId, hours }: WindowKey,
  { legs, tookMs, countedAt }: CountedWindow & { tookMs: number },
): Promise<void> => {
  await pool().query(
    `insert into latency_windows (organization_id, hours, legs, took_ms, counted_at) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, hours) do update set legs = excluded.legs, took_ms = excluded.took_ms, counted_at = excluded.counted_at,
       gave_up_at = null where latency_windows.counted_at is null or latency_windows.counted_at < excluded.counted_at`,
    [organizationId, hours, JSON.stringify(legs), Math.round(tookMs), countedAt],
  )
}

/** Notes that a window took too long to count; the count that there is stays. */
export const noteSlowWindow = async (
  { organizationId, hours }: WindowKey,
  { tookMs, gaveUpAt }: { tookMs: number; gaveUpAt: Date },
): Promise<void> => {
  await pool().query(
    `insert into latency_windows (organization_id, hours, took_ms, gave_up_at) values ($1, $2, $3, $4)
     on conflict (organization_id, hours) do update set took_ms = excluded.took_ms, gave_up_at = excluded.gave_up_at
      where greatest(latency_windows.counted_at, latency_windows.gave_up_at) < excluded.gave_up_at`,
    [organizationId, hours, Math.round(tookMs), gaveUpAt],
  )
}

export const findLatencyWindow = async (organizationId: string, hours: number): Promise<KeptWindow | undefined> => {
  const { rows } = await pool().query<Partial<CountedWindow> & Omit<KeptWindow, 'counted'>>(
    `select legs, counted_at as "countedAt", took_ms as "tookMs", gave_up_at as "gaveUpAt" from latency_windows
      where organization_id = $1 and hours = $2`,
    [organizationId, hours],
  )
  const [row] = rows
  if (!row) return undefined
  const { legs, countedAt, ...attempt } = row
  return { ...attempt, counted: legs && countedAt ? { legs, countedAt } : null }
}

export type DueWindow = { organizationId: string; hours: number }

/**
 * Windows that are to be counted (again): each minute, but none for more than a fiftieth of a worker's time, whether it could be counted or not. What was quick is only
 * looked at now and then, whether it still is.
 */
export const findDueLatencyWindows = async (hours: readonly number[], limit: number): Promise<DueWindow[]> => {
  const { rows } = await pool().query<DueWindow>(
    `select o.id as "organizationId", w.hours from organizations o cross join unnest($1::int[]) as w (hours)
       left join latency_windows l on l.organization_id = o.id and l.hours = w.hours
      where l.took_ms is null or greatest(l.counted_at, l.gave_up_at) < now() - greatest(make_interval(secs => l.took_ms * 0.05),
              case when l.took_ms < $2 then interval '5 minutes' else interval '1 minute' end)
      order by greatest(l.counted_at, l.gave_up_at) nulls first limit $3`,
    [hours, quickMs, limit],
  )
  return rows
}
