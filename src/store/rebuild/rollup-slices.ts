import { pool } from '../connection'

/** A survey's month: so much is recounted at a time. `month` is YYYY-MM. */
export type RollupSlice = { surveyId: string; month: string }
export type RollupScope = { organizationId: string; surveyId: string | null; touchpointId: string | null }

const nextMonth = (day: string) => `to_char((left(${day}, 7) || '-01')::date + interval '1 month', 'YYYY-MM-DD')::char(10)`

/**
 * The slices that have scores or rollups, in the order of their names. Months are found by leaping from each to the next one's first day
 * in the index of the scores. With a touchpoint, all slices of the surveys that are or were counted there.
 */
export const listRollupSlices = async ({ organizationId, surveyId, touchpointId }: RollupScope): Promise<RollupSlice[]> => {
  const { rows } = await pool().query<RollupSlice>(
    `with wanted as (
       select s.id from surveys s where s.organization_id = $1 and ($2::uuid is null or s.id = $2)
          and ($3::uuid is null or s.touchpoint_id = $3
               or exists (select 1 from rollups r where r.organization_id = $1 and r.survey_id = s.id and r.touchpoint_id = $3))
     )
     select distinct "surveyId", month from (
       select w.id as "surveyId", left(leap.day, 7) as month from wanted w cross join lateral (
         with recursive days as (
           (select day from scores where organization_id = $1 and survey_id = w.id order by day limit 1)
           union all
           select (select s.day from scores s where s.organization_id = $1 and s.survey_id = w.id and s.day >= ${nextMonth('d.day')}
                    order by s.day limit 1)
             from days d where d.day is not null
         ) select day from days where day is not null
       ) as leap
       union all
       select r.survey_id, left(r.day, 7) from rollups r
        where r.organization_id = $1 and (r.survey_id in (select id from wanted) or ($2::uuid is null and $3::uuid is null))
     ) as slices order by "surveyId", month`,
    [organizationId, surveyId, touchpointId],
  )
  return rows
}
