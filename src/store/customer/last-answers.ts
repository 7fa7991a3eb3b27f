/**
 * A lateral join's body for a customer's last answers, newest first: those with an NPS, CSAT or CES, in that order of preference.
 * Takes SQL expressions of the organization's and the customer's id. `offset 0`: looked up by the customer, never by walking all
 * that the organization ever heard in order of time.
 */
export const lastAnswers = (organizationId: string, customerId: string, count: number): string => `
      select theirs.id, theirs.at, headline.metric, headline.value, headline.category
        from (select r.id, r.submitted_at as at from responses r where r.organization_id = ${organizationId} and r.customer_id = ${customerId}
               order by r.submitted_at desc, r.id desc offset 0) as theirs
       cross join lateral (select s.metric, s.value, s.category from scores s
              where s.organization_id = ${organizationId} and s.response_id = theirs.id and s.metric in ('nps', 'csat', 'ces')
              order by array_position(array['nps', 'csat', 'ces'], s.metric) limit 1) as headline
       limit ${count}`
