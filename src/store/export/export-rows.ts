import { v7 as uuidV7 } from 'uuid'
import type { ExportFormat, ExportValues } from '@/domain/export/export'
import type { WorkFault, WorkState } from '@/domain/work'
import { pool } from '../connection'
import type { WorkKey, WorkTurn } from '../work/claim-work'

/** An export as its row says; `Asked` is what names the responses. */
export type ExportRecord<Asked = unknown> = {
  id: string
  by: string
  hasCustomers: boolean
  asked: Asked
  format: ExportFormat
  values: ExportValues
  locale: string
  state: WorkState
  total: number | null
  done: number
  bytes: number | null
  fileId: string | null
  /** why it failed */
  fault: WorkFault | null
  createdAt: Date
  finishedAt: Date | null
  expiresAt: Date | null
  downloads: number
}

const columns = `id, by, has_customers as "hasCustomers", asked, format, values, locale, state, total, done, bytes::float8 as bytes,
  file_id as "fileId", error as fault, created_at as "createdAt", finished_at as "finishedAt", expires_at as "expiresAt", downloads`

export type NewExport = { organizationId: string } & Pick<
  ExportRecord,
  'by' | 'hasCustomers' | 'asked' | 'format' | 'values' | 'locale'
>

/** Writes down that somebody wants a file; undefined where they wait for `most` already. */
export const addExport = async (wanted: NewExport, most: number): Promise<ExportRecord | undefined> => {
  const { organizationId, by, hasCustomers, asked, format, values, locale } = wanted
  const { rows } = await pool().query<ExportRecord>(
    `insert into exports (organization_id, id, by, has_customers, asked, format, values, locale)
     select $1, $2, $3, $4, $5, $6, $7, $8
      where (select count(*) from exports where organization_id = $1 and by = $3 and state in ('waiting', 'running')) < $9
     returning ${columns}`,
    [organizationId, uuidV7(), by, hasCustomers, JSON.stringify(asked), format, values, locale, most],
  )
  return rows[0]
}

export const findExport = async ({ organizationId, id }: WorkKey): Promise<ExportRecord | undefined> => {
  const { rows } = await pool().query<ExportRecord>(`select ${columns} from exports where organization_id = $1 and id = $2`, [
    organizationId,
    id,
  ])
  return rows[0]
}

export type ExportPage = {
  organizationId: string
  /** whose; everybody's without */
  by?: string | undefined
  limit: number
  after?: { at: Date; id: string } | undefined
}

/** Newest first. */
export const listExports = async ({ organizationId, by, limit, after }: ExportPage): Promise<ExportRecord[]> => {
  const { rows } = await pool().query<ExportRecord>(
    `select ${columns} from exports
      where organization_id = $1 ${by === undefined ? 'and $2::text is null' : 'and by = $2'}
        and ($4::timestamptz is null or (created_at, id) < ($4, $5::uuid))
      order by created_at desc, id desc limit $3`,
    [organizationId, by ?? null, limit, after?.at ?? null, after?.id ?? null],
  )
  return rows
}

/** Names the file that an attempt will write, before it is there; false where the export isn't this attempt's any more. */
export const nameFile = async ({ organizationId, id, attempt }: WorkTurn, fileId: string): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update exports set file_id = $4, done = 0, total = null where organization_id = $1 and id = $2 and attempts = $3 and state = 'running'`,
    [organizationId, id, attempt, fileId],
  )
  return rowCount === 1
}

export type Written = { rows: number; bytes: number; days: number }

/** Says that the file is there, whole; false where the export was cancelled, or another worker has it. */
export const finishExport = async (
  { organizationId, id, attempt }: WorkTurn,
  { rows, bytes, days }: Written,
): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update exports set state = 'done', done = $4, total = $4, bytes = $5, lease_until = null, finished_at = now(),
            expires_at = now() + make_interval(days => $6)
      where organization_id = $1 and id = $2 and attempts = $3 and state = 'running'`,
    [organizationId, id, attempt, rows, bytes, days],
  )
  return rowCount === 1
}

/** Ends an export that isn't ready, or gives its file up; the sweep removes it. Answers whether there was anything to end. */
export const cancelExport = async ({ organizationId, id }: WorkKey, by: string): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update exports set state = case when state = 'done' then 'expired' else 'cancelled' end, lease_until = null, expires_at = now(),
            finished_at = coalesce(finished_at, now())
      where organization_id = $1 and id = $2 and by = $3 and state in ('waiting', 'running', 'done')`,
    [organizationId, id, by],
  )
  return rowCount === 1
}

export const noteDownload = async ({ organizationId, id }: WorkKey): Promise<void> => {
  await pool().query(
    'update exports set downloads = downloads + 1, downloaded_at = now() where organization_id = $1 and id = $2',
    [organizationId, id],
  )
}
