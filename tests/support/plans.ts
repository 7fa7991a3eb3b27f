import pg from 'pg'
import { vi } from 'vitest'
import { pool } from '@/store/connection'

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Index Cond'?: string; Plans?: Plan[] }
/** `settings`: what its transaction began with. */
export type Statement = { text: string; values: unknown[]; settings: string }

const isSettings = /^\s*(begin|set local)/i
const isOver = /^\s*(commit|rollback)/i
const hasPlan = /^\s*(select|with|insert|update|delete)/i

/** What is sent to the database while `work` is done, in order, with its result. */
export const statementsOf = async (work: () => unknown): Promise<{ result: unknown; statements: Statement[] }> => {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const result = await work()
    const settings = new Map<unknown, string>()
    const statements = spy.mock.calls.flatMap((call, at): Statement[] => {
      const [query, values] = call as unknown as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
      const [text, given] = typeof query === 'string' ? [query, values] : [query.text, query.values]
      const client = spy.mock.contexts[at]
      if (isOver.test(text)) settings.delete(client)
      else if (isSettings.test(text)) settings.set(client, `${settings.get(client) ?? ''};${text}`)
      return hasPlan.test(text) ? [{ text, values: given ?? [], settings: settings.get(client) ?? 'begin' }] : []
    })
    return { result, statements }
  } finally {
    spy.mockRestore()
  }
}

/** What an index is asked for: a bitmap's is found in the scans below it. */
export const conditionOf = (node: Plan): string =>
  [node['Index Cond'], ...(/^Bitmap/.test(node['Node Type']) ? (node.Plans ?? []).map(conditionOf) : [])].join(' ')
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** Every node of a statement's plan. */
export const explain = async ({ text, values, settings }: Statement): Promise<Plan[]> => {
  const client = await pool().connect()
  try {
    await client.query(settings)
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (format json) ${text}`, values)
    return nodesOf(rows[0]?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'nothing' })
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const grows = /^(responses|answers|scores|text_insights)(_|$)/

/**
 * Where statements go through everything: sequential scans of tables that grow, and look-ups in them that name no organization.
 * `tables`: those besides which grow too; `named`: what an index must be asked for.
 */
export const bluntLooks = async (
  statements: readonly Statement[],
  { tables = [], named = /organization_id/ }: { tables?: readonly string[]; named?: RegExp } = {},
): Promise<string[]> => {
  const found: string[] = []
  for (const statement of statements) {
    for (const node of await explain(statement)) {
      const relation = node['Relation Name'] ?? ''
      if (!grows.test(relation) && !tables.includes(relation)) continue
      if (node['Node Type'] === 'Seq Scan' || !named.test(conditionOf(node)))
        found.push(`${node['Node Type']} of ${relation} in ${statement.text}`)
    }
  }
  return found
}
