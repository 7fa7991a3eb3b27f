import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type ResponsePageFilter, readPage } from './response-page'

export type ResponsePlace = { id: string; submittedAt: Date }

const limitMs = 8_000
const select = 'select p.id, p.submitted_at as "submittedAt" from page p order by p.submitted_at desc, p.id desc'

/** As a list finds them, newest first, by name alone; `too_slow` where finding them takes too long. */
export const listResponseIds = async (filter: ResponsePageFilter): Promise<ResponsePlace[] | Failure> =>
  readWithin(limitMs, (client) => readPage<ResponsePlace>(client, filter, select))
