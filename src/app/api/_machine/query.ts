import { z } from 'zod'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'

export const limitSchema = z.coerce.number().int().min(1).max(200).default(50)

/** A day of the organization's time zone. */
export const daySchema = z.iso.date('must be a day such as 2026-05-01')

type Days = { from?: string | undefined; to?: string | undefined }

/** Days the wrong way round hold nothing, which would read as "nobody answered". Either may be left out. */
export const inOrder: [(days: Days) => boolean, { path: string[]; message: string }] = [
  ({ from = '', to = '9999-12-31' }) => from <= to,
  { path: ['to'], message: 'must not lie before "from"' },
]

/** The address's parameters by a schema; unknown ones are refused, so that a typing error isn't a silent "all". */
export const readQuery = <S extends z.ZodType>(schema: S, url: URL): { value: z.output<S> } | Failure => {
  const nul = [...url.searchParams].find(([, value]) => value.includes('\u0000'))
  if (nul) return fail('invalid', undefined, [{ path: nul[0], message: 'must not contain a NUL' }])
  const parsed = parse(schema, Object.fromEntries(url.searchParams))
  return 'errors' in parsed ? fail('invalid', 'The address has parameters that can’t be used.', parsed.errors) : parsed
}
