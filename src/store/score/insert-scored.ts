import type { PoolClient } from 'pg'
import { searchVector } from '@/domain/text/search-terms'
import { hot } from '../connection'
import type { ScoredResponse } from './save-scored-responses'

type Column<Row> = [name: string, type: string, value: (row: Row) => unknown]

/** One insert for any number of rows: a list a column, unnested. */
const insertRows = async <Row>(
  client: PoolClient,
  table: string,
  columns: Column<Row>[],
  rows: readonly Row[],
): Promise<void> => {
  if (rows.length === 0) return
  const names = columns.map(([name]) => name).join(', ')
  const lists = columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')
  await hot(
    client,
    `score.insert.${table}`,
    `insert into ${table} (${names}) select * from unnest(${lists})`,
    columns.map(([, , value]) => rows.map(value)),
  )
}

const flatten = <Part>(rows: readonly ScoredResponse[], parts: (row: ScoredResponse) => readonly Part[]) =>
  rows.flatMap((response) => parts(response).map((part) => ({ ...part, response })))

export const insertAnswers = async (client: PoolClient, rows: readonly ScoredResponse[]): Promise<void> => {
  const answers = flatten(rows, (row) => row.answers)
  if (answers.length === 0) return
  // Lists of lists can't be unnested a row at a time, so choices travel as JSON.
  await hot(
    client,
    'score.insert.answers',
    `insert into answers (organization_id, response_id, question, survey_id, kind, number, text, choices, submitted_at, words)
     select organization_id, response_id, question, survey_id, kind, number, text,
            array(select jsonb_array_elements_text(choices)), submitted_at, words::tsvector
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::float8[], $7::text[], $8::jsonb[], $9::timestamptz[], $10::text[])
            as new(organization_id, response_id, question, survey_id, kind, number, text, choices, submitted_at, words)`,
    [
      answers.map((row) => row.response.organizationId),
      answers.map((row) => row.response.id),
      answers.map((row) => row.question),
      answers.map((row) => row.response.surveyId),
      answers.map((row) => row.kind),
      answers.map((row) => row.number),
      answers.map((row) => row.text),
      answers.map((row) => JSON.stringify(row.choices)),
      answers.map((row) => row.response.submittedAt),
      answers.map((row) => (row.text === null || row.kind === 'date' ? null : searchVector(row.text))),
    ],
  )
}

export const insertScores = (client: PoolClient, rows: readonly ScoredResponse[]): Promise<void> =>
  insertRows(
    client,
    'scores',
    [
      ['organization_id', 'uuid', (row) => row.response.organizationId],
      ['response_id', 'uuid', (row) => row.response.id],
      ['metric', 'text', (row) => row.metric],
      ['kind', 'text', (row) => row.kind],
      ['value', 'numeric', (row) => row.value],
      ['category', 'text', (row) => row.category ?? null],
      ['survey_id', 'uuid', (row) => row.surveyId],
      ['touchpoint_id', 'uuid', (row) => row.touchpointId],
      ['channel', 'text', (row) => row.channel],
      ['day', 'text', (row) => row.day],
    ],
    flatten(rows, (row) => row.scores),
  )

export const insertTextInsights = async (client: PoolClient, rows: readonly ScoredResponse[]): Promise<void> => {
  const insights = flatten(rows, (row) => row.insights)
  if (insights.length === 0) return
  await hot(
    client,
    'score.insert.insights',
    `insert into text_insights (organization_id, response_id, question, language, sentiment, label, confidence, topics, keywords)
     select organization_id, response_id, question, language, sentiment, label, confidence, topics, array(select jsonb_array_elements_text(keywords))
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::numeric[], $6::text[], $7::numeric[], $8::jsonb[], $9::jsonb[])
            as new(organization_id, response_id, question, language, sentiment, label, confidence, topics, keywords)`,
    [
      insights.map((row) => row.response.organizationId),
      insights.map((row) => row.response.id),
      insights.map((row) => row.question),
      insights.map((row) => row.language),
      insights.map((row) => row.sentiment),
      insights.map((row) => row.label),
      insights.map((row) => row.confidence),
      insights.map((row) => JSON.stringify(row.topics)),
      insights.map((row) => JSON.stringify(row.keywords)),
    ],
  )
}
