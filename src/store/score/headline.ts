/**
 * A lateral join's body for the one score that stands for a response in a list: NPS, else CSAT, else CES, else the first of
 * its ratings. Takes SQL expressions of the organization's and the response's id.
 */
export const headlineScore = (organizationId: string, responseId: string): string => `
      select json_build_object('metric', metric, 'value', value::float8, 'category', category) as score from scores
       where organization_id = ${organizationId} and response_id = ${responseId} and metric <> 'sentiment'
       order by array_position(array['nps', 'csat', 'ces'], metric), metric limit 1`

/** What `headlineScore` answers. */
export type HeadlineScore = { metric: string; value: number; category: string | null }
