import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

type Told = { base: string; at: Date }

/** `place`: which of those asked about it was, from 1 on; a finding that another rule had told of. */
export type CaughtFinding = { place: number; ruleKey: string; ruleName: Localized }

/**
 * Which of some findings other rules had told of already: of the same subject, within the hours before (or ever, without them). `slack`:
 * seconds after the finding that are the same look.
 */
export const listCaughtFindings = async (
  organizationId: string,
  told: readonly Told[],
  { except, hours, slack }: { except: string | undefined; hours: number | undefined; slack: number },
): Promise<CaughtFinding[]> => {
  const { rows } = await pool().query<CaughtFinding>(
    `select distinct asked.place::int, ar.key as "ruleKey", ar.definition -> 'name' as "ruleName"
       from unnest($2::text[], $3::timestamptz[]) with ordinality as asked(base, at, place)
       join alert_rules ar on ar.organization_id = $1 and ar.definition ? 'about' and ar.key is distinct from $4
       join alerts a on a.organization_id = $1 and a.rule_id = ar.id and a.subject_base = asked.base and a.status <> 'muted'
        and a.raised_at <= asked.at + make_interval(secs => $6)
        and ($5::float8 is null or a.raised_at > asked.at - make_interval(secs => 3600 * $5))
      limit 100000`,
    [organizationId, told.map(({ base }) => base), told.map(({ at }) => at), except ?? null, hours ?? null, slack],
  )
  return rows
}
