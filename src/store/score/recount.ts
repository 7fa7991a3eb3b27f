const histogram = Array.from({ length: 11 }, (_, value) => `c${value}`)
const numbers = ['n', 'low', 'middle', 'high', 'sum', 'sum_squares', ...histogram]

/** Every column of `rollups`, as `recount` answers them. */
export const rollupColumns = [
  'organization_id',
  'metric',
  'survey_id',
  'touchpoint_id',
  'day',
  'channel',
  'kind',
  ...numbers,
].join(', ')

const box = (...categories: string[]) =>
  `(count(*) filter (where category in (${categories.map((category) => `'${category}'`).join(', ')})))::int`

/** The rollups as their scores say they should be; `which` picks the scores. */
export const recount = (which: string): string => `
  select organization_id, metric, survey_id, touchpoint_id, day, channel, min(kind) as kind, count(*)::int as n,
         ${box('detractor', 'dissatisfied', 'negative')} as low,
         ${box('passive', 'neutral')} as middle,
         ${box('promoter', 'satisfied', 'positive')} as high,
         sum(value) as sum, sum(value * value) as sum_squares,
         ${histogram.map((column, value) => `(count(*) filter (where value = ${value}))::int as ${column}`).join(', ')}
    from scores where ${which}
   group by organization_id, metric, survey_id, touchpoint_id, day, channel`

/** A rollup that has come down to nothing equals one that isn't there. */
const isSomething = `(${numbers.join(', ')}) <> (${numbers.map(() => '0').join(', ')})`

/** How many rollups of those that `which` picks, in either table, differ from their recount. */
export const drift = (which: string): string => `
  with recounted as (${recount(which)}), kept as (select ${rollupColumns} from rollups where ${which} and ${isSomething}),
       different as ((table recounted except table kept) union all (table kept except table recounted))
  select (select count(*) from (select distinct metric, survey_id, touchpoint_id, day, channel from different) as rollup)::int as drift,
         (select count(*) from recounted)::int as rollups`
