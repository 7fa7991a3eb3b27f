import { type Counted, mostCounted, type OpenInvitations } from '@/domain/invitation/open-invitations'
import { pool } from '../connection'

type Row = {
  notOpened: number
  opened: number
  started: number
  answers: number
  versions: { version: number; count: number }[]
  unknown: number
}

/** Each group comes from the partial index `invitations_open_of_survey` and ends at the limit: a survey with a million invitations costs no more. */
const statement = `
  with survey as (select id from surveys where organization_id = $1 and key = $2),
       begun as materialized (
         select i.response_id from survey, invitations i
          where i.organization_id = $1 and i.survey_id = survey.id and i.state = 'started' and i.expires_at > $3::timestamptz - interval '1 day'
          limit $4),
       answered as materialized (
         select r.version, (select count(*) from jsonb_object_keys(r.answers)) as answers
           from begun b join responses r on r.organization_id = $1 and r.id = b.response_id)
  select (select count(*)::int from (
            select 1 from survey, invitations i
             where i.organization_id = $1 and i.survey_id = survey.id and i.state in ('planned', 'sent') and i.expires_at > $3
             limit $4) as found) as "notOpened",
         (select count(*)::int from (
            select 1 from survey, invitations i
             where i.organization_id = $1 and i.survey_id = survey.id and i.state = 'opened' and i.expires_at > $3
             limit $4) as found) as opened,
         (select count(*)::int from begun) as started,
         (select coalesce(sum(answers), 0)::int from answered) as answers,
         (select count(*)::int from begun) - (select count(*)::int from answered) as unknown,
         (select coalesce(json_agg(json_build_object('version', version, 'count', count) order by version desc), '[]')
            from (select version, count(*)::int as count from answered group by version) as by_version) as versions`

const counted = (count: number): Counted => ({ count: Math.min(count, mostCounted), isMore: count > mostCounted })

/** How many personal invitations to a survey are open now, by how far they have come; each group up to `mostCounted`. */
export const countOpenInvitations = async (organizationId: string, surveyKey: string, now: Date): Promise<OpenInvitations> => {
  const { rows } = await pool().query<Row>(statement, [organizationId, surveyKey, now, mostCounted + 1])
  const { notOpened = 0, opened = 0, started = 0, answers = 0, versions = [], unknown = 0 } = rows[0] ?? {}
  return {
    notOpened: counted(notOpened),
    opened: counted(opened),
    started: { ...counted(started), answers, versions, unknown },
  }
}
