import type { Answers } from '@/domain/survey/definition'
import { hot, hotPool } from '../connection'

/** A response that owes scores, with what scoring needs to know around it. */
export type UnscoredRow = {
  organizationId: string
  id: string
  surveyId: string
  version: number
  touchpointId: string
  touchpointChannel: string
  revision: number
  status: string
  answers: Answers
  locale: string | null
  channel: string | null
  submittedAt: Date
  timeZone: string
  canAlert: boolean
}

/**
 * Of the responses named, those that owe scores now: not scored at this revision, and not a partial that may
 * still go on. (`+ 0` keeps the planner from walking the whole index of due work for every name.)
 */
export const loadUnscored = async (references: readonly { organizationId: string; id: string }[]): Promise<UnscoredRow[]> => {
  const { rows } = await hot<UnscoredRow>(
    hotPool(),
    'score.load',
    `select r.organization_id as "organizationId", r.id, r.survey_id as "surveyId", r.version, r.touchpoint_id as "touchpointId",
            t.channel as "touchpointChannel", r.revision, r.status, r.answers, r.locale, r.channel, r.submitted_at as "submittedAt",
            o.time_zone as "timeZone", r.can_alert as "canAlert"
       from unnest($1::uuid[], $2::uuid[]) as wanted(organization_id, id)
       join responses r on r.organization_id = wanted.organization_id and r.id = wanted.id
       join touchpoints t on t.organization_id = r.organization_id and t.id = r.touchpoint_id
       join organizations o on o.id = r.organization_id
      where r.scored_revision + 0 < r.revision and r.score_due_at <= now()`,
    [references.map((reference) => reference.organizationId), references.map((reference) => reference.id)],
  )
  return rows
}
