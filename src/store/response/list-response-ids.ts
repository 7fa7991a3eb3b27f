import type { Failure } from '@/domain/errors'
import { readShownPage } from '../anonymity/read-shown-page'
import { readWithin } from '../read-within'
import type { ResponsePageFilter } from './response-page'

export type ResponsePlace = { id: string; submittedAt: Date }

const limitMs = 8_000

/** As a list finds them, newest first, by name alone; `too_slow` where finding them takes too long. */
export const listResponseIds = async (filter: ResponsePageFilter): Promise<ResponsePlace[] | Failure> =>
  readWithin(limitMs, async (client) =>
    (await readShownPage(client, filter)).rows.map(({ id, submitted_at }) => ({ id, submittedAt: submitted_at })),
  )
