import { z } from 'zod'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { type ExportFormat, type ExportValues, exportFormats, exportValues } from '@/domain/export/export'
import { parse } from '@/domain/parse'
import { enqueue } from '@/queue/producer'
import { countFound } from '@/store/export/count-found'
import { addExport, type ExportRecord } from '@/store/export/export-rows'
import { type ResponseQuery, toNarrowing } from './find-responses'

/** What names the responses of an export, as its row keeps it: a list's own question, its period in days. */
export type ExportAsked = Omit<ResponseQuery, 'organizationId'>
export type ExportOf = ExportRecord<ExportAsked>

/** So many of one person's may wait or be written at a time. */
const mostOpen = 3
const countMs = 5_000

const choiceSchema = z.object({
  format: z.enum(exportFormats),
  values: z.enum(exportValues).default('labels'),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en or zh-CN')
    .max(20),
})

export type ExportChoice = { format: ExportFormat; values?: ExportValues | undefined; locale: string }
export type ExportAsker = { organizationId: string; by: string; hasCustomers: boolean }

/**
 * Asks for a file of all responses that a list's question finds. It is written by the worker; `too_many` where this person waits for
 * several already, `invalid` for what can't be looked for.
 */
export const requestExport = async (
  { organizationId, by, hasCustomers }: ExportAsker,
  choice: unknown,
  asked: ExportAsked,
): Promise<ExportOf | Failure> => {
  const parsed = parse(choiceSchema, choice)
  if ('errors' in parsed) return fail('invalid', 'This can’t be exported so.', parsed.errors)
  const narrowing = await toNarrowing({ ...asked, organizationId })
  if (isFailure(narrowing)) return narrowing
  const added = await addExport({ organizationId, by, hasCustomers, asked, ...parsed.value }, mostOpen)
  if (!added) return fail('too_many', `${mostOpen} exports of yours are under way; wait for one of them, or cancel it.`)
  await enqueue('write-export', [{ organizationId, id: added.id, attempt: 0 }])
  return added as ExportOf
}

/** How many responses a file would have now; `too_slow` where counting them takes long, which keeps nobody from exporting them. */
export const countExport = async (organizationId: string, asked: ExportAsked): Promise<number | Failure> => {
  const narrowing = await toNarrowing({ ...asked, organizationId })
  return isFailure(narrowing) ? narrowing : countFound(narrowing, countMs)
}
