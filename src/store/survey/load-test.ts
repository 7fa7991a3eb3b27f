import type { SurveyDefinition } from '@/domain/survey/definition'
import { pool } from '../connection'

export type TestRow = {
  surveyId: string
  slug: string
  touchpointId: string
  draft: unknown
  draftRevision: number
  publishedVersion: number | null
  /** of the version asked for; null for the draft, and where there is none */
  definition: SurveyDefinition | null
  /** the language of the member for whom the test is */
  memberLocale: string
}

type Asked = { organizationId: string; surveyId: string; memberId: string; version: number }

/** What a test of a survey shows; undefined where there is no such survey, or its member has left. */
export const loadTest = async ({ organizationId, surveyId, memberId, version }: Asked): Promise<TestRow | undefined> => {
  const { rows } = await pool().query<TestRow>(
    `select s.id as "surveyId", s.slug, s.touchpoint_id as "touchpointId", s.draft, s.draft_revision as "draftRevision",
            s.published_version as "publishedVersion", v.definition, coalesce(u.locale, o.locale) as "memberLocale"
       from surveys s
       join organizations o on o.id = s.organization_id
       join members m on m.organization_id = s.organization_id and m.id = $3 and m.is_active
       join users u on u.id = m.user_id
       left join survey_versions v on v.organization_id = s.organization_id and v.survey_id = s.id and v.number = $4
      where s.organization_id = $1 and s.id = $2`,
    [organizationId, surveyId, memberId, version],
  )
  return rows[0]
}
