import { pool } from '../connection'

export type NewInvitation = {
  id: string
  surveyId: string
  customerId: string
  /** null in an anonymous survey */
  responseId: string | null
  /** null for a skipped one */
  tokenHash: string | null
  state: 'planned' | 'sent' | 'skipped'
  reason: string | null
  channel: string | null
  locale: string | null
  context: Readonly<Record<string, unknown>>
  expiresAt: Date
  editableUntil: Date | null
  createdAt: Date
}

const columns: [name: string, type: string, value: (row: NewInvitation) => unknown][] = [
  ['id', 'uuid', (row) => row.id],
  ['survey_id', 'uuid', (row) => row.surveyId],
  ['customer_id', 'uuid', (row) => row.customerId],
  ['response_id', 'uuid', (row) => row.responseId],
  ['token_hash', 'text', (row) => row.tokenHash],
  ['state', 'text', (row) => row.state],
  ['reason', 'text', (row) => row.reason],
  ['channel', 'text', (row) => row.channel],
  ['locale', 'text', (row) => row.locale],
  ['context', 'jsonb', (row) => JSON.stringify(row.context)],
  ['expires_at', 'timestamptz', (row) => row.expiresAt],
  ['editable_until', 'timestamptz', (row) => row.editableUntil],
  ['created_at', 'timestamptz', (row) => row.createdAt],
  ['sent_at', 'timestamptz', (row) => (row.state === 'sent' ? row.createdAt : null)],
  ['ended_at', 'timestamptz', (row) => (row.state === 'skipped' ? row.createdAt : null)],
]

const names = columns.map(([name]) => name).join(', ')
const source = columns.map(([, type], index) => `$${index + 2}::${type}[]`).join(', ')

/** Writes new invitations of one organization, all or none. */
export const createInvitations = async (organizationId: string, rows: readonly NewInvitation[]): Promise<void> => {
  if (rows.length === 0) return
  await pool().query(
    `insert into invitations (organization_id, ${names}) select $1, new.* from unnest(${source}) as new(${names})`,
    [organizationId, ...columns.map(([, , value]) => rows.map(value))],
  )
}
