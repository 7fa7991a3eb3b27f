import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** A touchpoint with its place in the journey, its owner and what it promises. */
export type PlacedTouchpoint = {
  id: string
  key: string
  name: Localized
  channel: string
  dimension: string | null
  module: string | null
  isMomentOfTruth: boolean
  journeyKey: string
  journeyName: Localized
  stageKey: string
  stageName: Localized
  phase: string
  ownerName: string | null
  ownerEmail: string | null
  ownerTeam: Localized | null
  ownerTeamKey: string | null
  standardMetric: string | null
  standardTarget: number | null
  standardResponseHours: number | null
  openCases: number
}

/** The touchpoints of an organization that aren't archived, in the order of their journeys. */
export const listTouchpointsWithStage = async (organizationId: string): Promise<PlacedTouchpoint[]> => {
  const { rows } = await pool().query<PlacedTouchpoint>(
    `select t.id, t.key, t.name, t.channel, t.dimension, t.module, t.moment_of_truth as "isMomentOfTruth", j.key as "journeyKey", j.name as "journeyName", s.key as "stageKey",
            s.name as "stageName", s.phase, m.name as "ownerName", u.email as "ownerEmail",
            team.name as "ownerTeam", team.key as "ownerTeamKey", t.standard_metric as "standardMetric",
            t.standard_target as "standardTarget", t.standard_response_hours as "standardResponseHours",
            (select count(*)::int from cases c where c.organization_id = t.organization_id and c.touchpoint_id = t.id
                and c.status in ('open', 'acknowledged', 'in_progress', 'waiting')) as "openCases"
       from touchpoints t
       join stages s on s.organization_id = t.organization_id and s.id = t.stage_id
       join journeys j on j.organization_id = s.organization_id and j.id = s.journey_id
       left join members m on m.organization_id = t.organization_id and m.id = t.owner_member_id
       left join users u on u.id = m.user_id
       left join teams team on team.organization_id = t.organization_id and team.id = t.owner_team_id
      where t.organization_id = $1 and t.archived_at is null
      order by j.created_at, j.key, s.position, t.position nulls last, t.created_at, t.key
      limit 500`,
    [organizationId],
  )
  return rows
}
