import { readTimeCursor, toPage, writeCursor } from '@/domain/cursor'
import { type AlertFilter, type AlertRow, listAlertRows } from '@/store/alert/list-alert-rows'

type AlertSearch = Omit<AlertFilter, 'after'> & { cursor?: string | null | undefined }

/** A page of alerts, newest first. */
export const findAlerts = async ({
  cursor,
  ...filter
}: AlertSearch): Promise<{ items: AlertRow[]; nextCursor: string | null }> => {
  const after = readTimeCursor(cursor)
  const rows = await listAlertRows({ ...filter, after: after ? { raisedAt: after.at, id: after.id } : undefined })
  return toPage(rows, filter.limit, (row) => writeCursor([row.raisedAt.toISOString(), row.id]))
}

export type { AlertRow } from '@/store/alert/list-alert-rows'
export { listRuleSummaries, type RuleSummary } from '@/store/rule/list-rule-summaries'
