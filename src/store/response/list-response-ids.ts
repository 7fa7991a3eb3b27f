import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type ResponsePageFilter, readPage } from './response-page'

export type ResponsePlace = { id: string; submittedAt: Date }

const limitMs = 8_000

/** As a list finds them, newest first, by name alone; `too_slow` where finding them takes too long. */
export const listResponseIds = async (filter: ResponsePageFilter): Promise<ResponsePlace[] | Failure> =>
  readWithin(limitMs, async (client) =>
    (await readPage(client, filter)).map(({ id, submitted_at }) => ({ id, submittedAt: submitted_at })),
  )
