'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { type ToldExport, tellExport } from '@/app/api/_machine/tell-export'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isFailure } from '@/domain/errors'
import { cancelExport } from '@/pipeline/analyze/find-exports'
import { countExport, type ExportAsker, requestExport } from '@/pipeline/analyze/request-export'
import { loadSearch, readSearch } from '../read-search'

export type ExportProblem = {
  problem: 'signed_out' | 'not_allowed' | 'invalid' | 'too_many' | 'too_slow' | 'conflict' | 'not_found'
}

const searchSchema = z.record(z.string(), z.string())
const problems = ['too_many', 'too_slow', 'conflict', 'not_found'] as const
const problemOf = (error: string): ExportProblem => ({ problem: problems.find((one) => one === error) ?? 'invalid' })

type Asker = ExportAsker & { timeZone: string }

const findAsker = async (): Promise<Asker | ExportProblem> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'responses.export')) return { problem: 'not_allowed' }
  const { organizationId, email, timeZone, role } = member
  return { organizationId, by: email, timeZone, hasCustomers: can(role, 'customers.read') }
}

/** What a list's address asks for. */
const readAsked = (search: unknown, timeZone: string) => {
  const given = searchSchema.safeParse(search)
  const read = given.success ? readSearch(loadSearch(given.data), timeZone, new Date()) : undefined
  return read === undefined || isFailure(read) ? undefined : read.query
}

/** How many responses a file of what the list finds would have. */
export const countFound = async (search: unknown): Promise<{ count: number } | ExportProblem> => {
  const asker = await findAsker()
  if ('problem' in asker) return asker
  const asked = readAsked(search, asker.timeZone)
  if (!asked) return { problem: 'invalid' }
  const count = await countExport(asker.organizationId, asked)
  return isFailure(count) ? problemOf(count.error) : { count }
}

/** Asks for a file of what the list finds, in the reader's language. */
export const startExport = async (search: unknown, format: unknown, values: unknown): Promise<ToldExport | ExportProblem> => {
  const asker = await findAsker()
  if ('problem' in asker) return asker
  const asked = readAsked(search, asker.timeZone)
  if (!asked) return { problem: 'invalid' }
  const added = await requestExport(asker, { format, values, locale: await getLocale() }, asked)
  return isFailure(added) ? problemOf(added.error) : tellExport(added)
}

/** Stops one of one's own exports, or deletes its file. */
export const stopExport = async (id: unknown): Promise<ToldExport | ExportProblem> => {
  const asker = await findAsker()
  if ('problem' in asker) return asker
  const cancelled = await cancelExport(asker, String(id))
  return isFailure(cancelled) ? problemOf(cancelled.error) : tellExport(cancelled)
}
