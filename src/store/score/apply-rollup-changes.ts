import type { PoolClient } from 'pg'
import { type RollupChange, toDecimal } from '@/domain/analysis/rollup'
import { hot } from '../connection'
import { shareRollups } from './lock-rollups'

const keyColumns = ['metric', 'survey_id', 'touchpoint_id', 'day', 'channel']
const histogramColumns = Array.from({ length: 11 }, (_, value) => `c${value}`)
const counted = ['n', 'low', 'middle', 'high', 'sum', 'sum_squares', ...histogramColumns]
const all = ['organization_id', ...keyColumns, 'kind', ...counted]

const types: Record<string, string> = {
  organization_id: 'uuid',
  survey_id: 'uuid',
  touchpoint_id: 'uuid',
  sum: 'numeric',
  sum_squares: 'numeric',
}
const typeOf = (column: string): string => types[column] ?? (column === 'kind' || keyColumns.includes(column) ? 'text' : 'int')

const upsert = `
  insert into rollups as old (${all.join(', ')})
  select * from unnest(${all.map((column, index) => `$${index + 1}::${typeOf(column)}[]`).join(', ')})
  on conflict (organization_id, ${keyColumns.join(', ')}) do update set
    ${counted.map((column) => `${column} = old.${column} + excluded.${column}`).join(', ')}`

const valuesOf = (change: RollupChange): unknown[] => [
  change.organizationId,
  change.metric,
  change.surveyId,
  change.touchpointId,
  change.day,
  change.channel,
  change.kind,
  change.n,
  change.low,
  change.middle,
  change.high,
  toDecimal(change.sumThousandths, 3),
  toDecimal(change.sumSquaresMillionths, 6),
  ...change.histogram,
]

/** Adds changes to the rollups. They come sorted by key, so that concurrent batches lock in the same order. */
export const applyRollupChanges = async (client: PoolClient, changes: readonly RollupChange[]): Promise<void> => {
  if (changes.length === 0) return
  await shareRollups(client, changes)
  const rows = changes.map(valuesOf)
  await hot(
    client,
    'score.fold',
    upsert,
    all.map((_, column) => rows.map((row) => row[column])),
  )
}
