import { z } from 'zod'
import { whereSchema } from '@/domain/condition/where-schema'
import { type Failure, fail } from '@/domain/errors'
import { exportFormats } from '@/domain/export/export'
import { parse } from '@/domain/parse'
import type { ExportContent } from './write-export'

const day = z.iso.date('must be a day such as 2026-05-01').optional()
const key = z.string().optional()

const requestSchema = z.object({
  format: z.enum(exportFormats),
  isCoded: z.boolean(),
  locale: z.string(),
  timeZone: z.string(),
  survey: key,
  touchpoint: key,
  journey: key,
  channel: key,
  status: key,
  tag: key,
  search: key,
  from: day,
  to: day,
  where: whereSchema.optional(),
})

/** What an operator's words ask for, everything by name, as the content of a file; `invalid` for what can't be read. */
export const readExportRequest = (given: object): Omit<ExportContent, 'organizationId'> | Failure => {
  const parsed = parse(requestSchema, given)
  if ('errors' in parsed)
    return fail('invalid', parsed.errors.map(({ path, message }) => `${path}: ${message}`).join('; '), parsed.errors)
  const { format, isCoded, locale, search, from, to, ...asked } = parsed.value
  return {
    asked: { ...asked, q: search, period: from || to ? { from: from ?? '0001-01-01', to: to ?? '9999-12-31' } : undefined },
    hasCustomers: true,
    format,
    values: isCoded ? 'codes' : 'labels',
    locale,
  }
}
