import { defaultCaseOptions } from '@/domain/case/default-options'
import { type CaseOptionKind, type CaseOptions, caseOptionKinds } from '@/domain/case/options'
import { pool } from '../connection'

export type OptionRow = { kind: CaseOptionKind; key: string; definition: unknown; isRemoved: boolean }

/** What the product comes with, with the organization's own rows over it. */
export const overlay = (rows: readonly OptionRow[]): CaseOptions => {
  const of = (kind: CaseOptionKind) => {
    const own = rows.filter((row) => row.kind === kind)
    const removed = new Set(own.filter(({ isRemoved }) => isRemoved).map(({ key }) => key))
    const all = {
      ...defaultCaseOptions[kind],
      ...Object.fromEntries(own.map(({ key, definition }) => [key, definition])),
    }
    return Object.fromEntries(Object.entries(all).filter(([key]) => !removed.has(key)))
  }
  return Object.fromEntries(caseOptionKinds.map((kind) => [kind, of(kind)])) as CaseOptions
}

export const optionsStatement = `
  select kind, key, definition, removed_at is not null as "isRemoved" from case_options where organization_id = $1 order by created_at, key`

/** What steps on the organization's cases may choose from, archived ones included. */
export const readCaseOptions = async (organizationId: string): Promise<CaseOptions> => {
  const { rows } = await pool().query<OptionRow>(optionsStatement, [organizationId])
  return overlay(rows)
}
