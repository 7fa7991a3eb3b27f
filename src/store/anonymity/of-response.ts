/** Whether a response `r` is of a survey that is, or once was, anonymous: a look at a small index. */
const isAnonymous = `exists (select 1 from survey_versions av
  where av.organization_id = r.organization_id and av.survey_id = r.survey_id and av.definition @> '{"anonymous": true}')`

/**
 * What was sent along with a response `r`: of an anonymous survey's nothing, since a department, an order or a link of one's own
 * says who it was. Numbers by them are told of groups.
 */
export const shownContext = `case when ${isAnonymous} then '{}'::jsonb else r.context end`
export const shownSource = `case when ${isAnonymous} then null else r.source end`
