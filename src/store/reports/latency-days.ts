import { pool } from '../connection'
import type { Latency } from './latencies'

/** A day as it was counted; no legs where nothing was answered. */
export type CountedDay = { day: string; legs: Latency[]; countedAt: Date }

type Kept = { organizationId: string; day: string; timeZone: string; legs: readonly Latency[]; tookMs: number; countedAt: Date }

/** Keeps a day's count, unless a later one is there. */
export const keepLatencyDay = async ({ organizationId, day, timeZone, legs, tookMs, countedAt }: Kept): Promise<void> => {
  await pool().query(
    `insert into latency_days (organization_id, day, time_zone, legs, took_ms, counted_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, day) do update set time_zone = excluded.time_zone, legs = excluded.legs, took_ms = excluded.took_ms,
       counted_at = excluded.counted_at where latency_days.counted_at < excluded.counted_at`,
    [organizationId, day, timeZone, JSON.stringify(legs), Math.round(tookMs), countedAt],
  )
}

/** The counted days from one on, in a time zone, the latest first. */
export const listLatencyDays = async (organizationId: string, timeZone: string, from: string): Promise<CountedDay[]> => {
  const { rows } = await pool().query<CountedDay>(
    `select day, legs, counted_at as "countedAt" from latency_days
      where organization_id = $1 and time_zone = $2 and day >= $3 order by day desc limit 400`,
    [organizationId, timeZone, from],
  )
  return rows
}

export type DueDay = { organizationId: string; day: string; timeZone: string }

/**
 * Days that are to be counted (again): the current one each minute, the one before every ten, since messages are late, and others each
 * hour, since people acknowledge late. None takes more than a fiftieth of a worker's time.
 */
export const findDueLatencyDays = async (days: number, limit: number): Promise<DueDay[]> => {
  const { rows } = await pool().query<DueDay>(
    `select o.id as "organizationId", d.day, o.time_zone as "timeZone"
       from organizations o
      cross join lateral (select ago, to_char(now() at time zone o.time_zone - make_interval(days => ago), 'YYYY-MM-DD') as day
                            from generate_series(0, $1::int - 1) as ago) as d
       left join latency_days l on l.organization_id = o.id and l.day = d.day
      where l.counted_at is null or l.time_zone <> o.time_zone
         or l.counted_at < now() - greatest(make_interval(secs => l.took_ms * 0.05),
              case d.ago when 0 then interval '1 minute' when 1 then interval '10 minutes' else interval '1 hour' end)
      order by l.counted_at nulls first, d.day desc limit $2`,
    [days, limit],
  )
  return rows
}
