import { pool } from '../connection'

/** From so many pages on a bad plan costs something, and from so many a table is autovacuum's alone. */
const firstPages = 4
const enoughPages = 1_000
/** Each look has every statement that reads the table planned anew, on every connection: they are few. */
const growth = 8
const atOnce = 40

/**
 * Tables that have grown much since the planner last looked at them. The loop's statements are planned once a connection, and to the
 * planner every index of an empty table is as good as another: what it picks then may read an organization's whole month for each
 * answer. A look at the table has them planned anew.
 */
const grown = `
  select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (select pg_relation_size(c.oid) / current_setting('block_size')::int as pages) as now
   where n.nspname = current_schema() and c.relkind = 'r' and c.relpages < $1
     and now.pages >= greatest($2, $3 * c.relpages)
   order by now.pages desc limit $4`

/** Has the planner look at what has grown, without waiting for autovacuum's next round, and answers which tables these are. */
export const analyzeGrown = async (): Promise<string[]> => {
  const { rows } = await pool().query<{ name: string }>(grown, [enoughPages, firstPages, growth, atOnce])
  // Whoever holds one of them (autovacuum, a migration) needn't be waited for: it is looked at next time.
  for (const { name } of rows) await pool().query(`analyze (skip_locked) ${name}`)
  return rows.map(({ name }) => name)
}
