import type { PoolClient } from 'pg'
import type { ExportCustomer, ExportInsight, ExportRow } from '@/domain/export/export'
import { inGroups } from '@/domain/in-groups'
import { shownContext, shownSource } from '../anonymity/of-response'
import { type ExportFilter, foundStatement } from './found-statement'

const batch = 1_000

type Found = Omit<ExportRow, 'scores' | 'text' | 'tags' | 'cases' | 'customer'> & { customerId: string | null }

const columns = `r.id, r.survey_id as "surveyId", r.version, r.touchpoint_id as "touchpointId", r.customer_id as "customerId", r.status,
  r.channel, r.locale, ${shownSource} as source, r.started_at as "startedAt", r.submitted_at as "submittedAt", r.accepted_at as "acceptedAt", r.answers, ${shownContext} as context`

/** Rows by the response or customer that they belong to. */
const groupOf = <Row extends { of: string }>(rows: readonly Row[]): Map<string, Row[]> => inGroups(rows, ({ of }) => of)

const ofThese = 'organization_id = $1 and response_id = any($2::uuid[])'
const statements = {
  scores: `select response_id as of, metric, value::float8 as value, category from scores where ${ofThese}`,
  text: `select response_id as of, question, language, sentiment::float8 as sentiment, label, topics, keywords from text_insights
          where ${ofThese} order by response_id, question`,
  tags: `select rt.response_id as of, tag.name from response_tags rt join tags tag on tag.organization_id = rt.organization_id and tag.id = rt.tag_id
          where rt.organization_id = $1 and rt.response_id = any($2::uuid[]) order by tag.folded`,
  cases: `select cr.response_id as of, k.number from case_responses cr join cases k on k.organization_id = cr.organization_id and k.id = cr.case_id
           where cr.organization_id = $1 and cr.response_id = any($2::uuid[]) order by k.number`,
  customers: `select id as of, external_id as "externalId", name, email, phone, value, attributes from customers
               where organization_id = $1 and id = any($2::uuid[])`,
}

type Score = { of: string; metric: string; value: number; category: string | null }
type Topic = { key: string; sentiment: string | number }
type Insight = Omit<ExportInsight, 'topics'> & { of: string; topics: Topic[] }

/** What stands beside a batch of responses. */
const complete = async (
  client: PoolClient,
  organizationId: string,
  found: readonly Found[],
  hasCustomers: boolean,
): Promise<ExportRow[]> => {
  const ids = found.map(({ id }) => id)
  const customerIds = hasCustomers ? [...new Set(found.flatMap(({ customerId }) => customerId ?? []))] : []
  const read = async <Row extends { of: string }>(sql: string, keys: readonly string[]) =>
    groupOf(keys.length > 0 ? (await client.query<Row>(sql, [organizationId, keys])).rows : [])
  const scores = await read<Score>(statements.scores, ids)
  const text = await read<Insight>(statements.text, ids)
  const tags = await read<{ of: string; name: string }>(statements.tags, ids)
  const cases = await read<{ of: string; number: number }>(statements.cases, ids)
  const customers = await read<ExportCustomer & { of: string }>(statements.customers, customerIds)
  return found.map(({ customerId, ...row }) => {
    const { of: _, ...customer } = customers.get(customerId ?? '')?.[0] ?? { of: null }
    return {
      ...row,
      scores: Object.fromEntries((scores.get(row.id) ?? []).map(({ metric, value, category }) => [metric, { value, category }])),
      text: (text.get(row.id) ?? []).map(({ of: __, topics, ...insight }) => ({
        ...insight,
        topics: topics.map(({ key, sentiment }) => ({ key, sentiment: Number(sentiment) })),
      })),
      tags: (tags.get(row.id) ?? []).map(({ name }) => name),
      cases: (cases.get(row.id) ?? []).map(({ number }) => number),
      customer: 'externalId' in customer ? customer : null,
    }
  })
}

/**
 * All responses that fit, newest first, a batch at a time, from the caller's transaction: a cursor walks them once, and whoever reads slowly
 * makes it wait.
 */
export async function* readExportRows(
  client: PoolClient,
  filter: ExportFilter,
  hasCustomers: boolean,
): AsyncGenerator<ExportRow[]> {
  const { sql, params } = foundStatement(filter, columns, 'order by r.submitted_at desc, r.id desc')
  await client.query(`declare export_rows no scroll cursor for ${sql}`, params)
  const next = async (): Promise<ExportRow[]> => {
    const { rows } = await client.query<Found>(`fetch ${batch} from export_rows`)
    return rows.length === 0 ? [] : complete(client, filter.organizationId, rows, hasCustomers)
  }
  let ahead = next()
  try {
    for (;;) {
      const rows = await ahead
      if (rows.length === 0) return
      // The database reads the next batch while this one is being written.
      ahead = next()
      yield rows
    }
  } finally {
    // Whoever stops early must not leave a statement behind that fails unheard.
    await ahead.catch(() => undefined)
  }
}
