import { hot, hotPool } from '../connection'

/** The surveys that may hold anonymous answers, any version of theirs being anonymous, and under how many answers a group isn't told. */
export type Anonymity = { threshold: number; surveys: string[] }

/** Undefined where there is no such survey, as in most organizations: they pay one look at an index that is empty. */
export const readAnonymity = async (organizationId: string): Promise<Anonymity | undefined> => {
  const { rows } = await hot<Anonymity>(
    hotPool(),
    'anonymity.surveys',
    `select o.anonymity_threshold as threshold,
            array(select distinct v.survey_id from survey_versions v
                   where v.organization_id = o.id and v.definition @> '{"anonymous": true}') as surveys
       from organizations o where o.id = $1`,
    [organizationId],
  )
  const [found] = rows
  return found && found.surveys.length > 0 ? found : undefined
}
