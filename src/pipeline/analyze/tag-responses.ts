import { v7 as uuidV7 } from 'uuid'
import { z } from 'zod'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { tagNameSchema } from '@/domain/response/tag'
import { uuidSchema } from '@/domain/schemas'
import { listResponseIds, type ResponsePlace } from '@/store/response/list-response-ids'
import { changeTags, type TagChange, undoTagChange } from '@/store/tag/change-tags'
import { ensureTag } from '@/store/tag/ensure-tag'
import { findTag } from '@/store/tag/find-tag'
import { listTags } from '@/store/tag/list-tags'
import { type ResponseQuery, toNarrowing } from './find-responses'

const mostTags = 500
/** How many responses one change may touch, and how many at a time. */
export const mostTagged = 10_000
const batch = 500
const undoHours = 24

const inputSchema = z.object({ name: tagNameSchema, kind: z.enum(['add', 'remove']) })

export type Tagger = { organizationId: string; by: string }
/** `changeId` undoes it; `hasMore`: there were more than one change may touch, and the same again goes on with them. */
export type Tagged = { name: string; changed: number; changeId: string | null; hasMore: boolean }

const openChange = async ({ organizationId, by }: Tagger, input: unknown): Promise<(TagChange & { name: string }) | Failure> => {
  const parsed = parse(inputSchema, input)
  if ('errors' in parsed) return fail('invalid', 'This can’t be a tag.', parsed.errors)
  const { name, kind } = parsed.value
  const tag = kind === 'add' ? await ensureTag(organizationId, name, mostTags) : await findTag(organizationId, name)
  if (!tag)
    return kind === 'add' ? fail('too_many', `There are ${mostTags} tags already.`) : fail('not_found', 'There is no such tag.')
  return { organizationId, id: uuidV7(), tagId: tag.id, name: tag.name, kind, by }
}

const told = ({ name, id }: TagChange & { name: string }, changed: number, hasMore = false): Tagged => ({
  name,
  changed,
  changeId: changed > 0 ? id : null,
  hasMore,
})

/** Puts a tag on the responses named, or takes it off; those of others and unknown ones are left alone. */
export const tagResponses = async (tagger: Tagger, input: unknown, ids: readonly string[]): Promise<Tagged | Failure> => {
  const parsed = parse(z.array(uuidSchema).min(1).max(batch), ids)
  if ('errors' in parsed) return fail('invalid', undefined, parsed.errors)
  const change = await openChange(tagger, input)
  return isFailure(change) ? change : told(change, await changeTags(change, parsed.value))
}

/** Puts a tag on everything that a search finds, or takes it off: batch by batch, newest first, up to `mostTagged`. */
export const tagFound = async (
  tagger: Tagger,
  input: unknown,
  query: Omit<ResponseQuery, 'organizationId'>,
): Promise<Tagged | Failure> => {
  const narrowing = await toNarrowing({ ...query, organizationId: tagger.organizationId })
  if (isFailure(narrowing)) return narrowing
  const change = await openChange(tagger, input)
  if (isFailure(change)) return change
  const withoutTagId = change.kind === 'add' ? change.tagId : undefined
  let changed = 0
  let after: ResponsePlace | undefined
  while (changed < mostTagged) {
    const found = await listResponseIds({ ...narrowing, withoutTagId, limit: batch, after })
    if (isFailure(found)) return changed > 0 ? told(change, changed, true) : found
    changed += await changeTags(
      change,
      found.map(({ id }) => id),
    )
    after = found.at(-1)
    if (found.length < batch) return told(change, changed)
  }
  return told(change, changed, true)
}

/** Takes back one's own change of the last day, once. Answers how many responses that changed. */
export const undoTagging = async ({ organizationId, by }: Tagger, changeId: string): Promise<{ changed: number } | Failure> => {
  const known = uuidSchema.safeParse(changeId)
  const changed = known.success ? await undoTagChange(organizationId, known.data, by, undoHours) : undefined
  return changed === undefined ? fail('not_found', 'There is nothing to take back.') : { changed }
}

/** The tags that stand on any response. */
export const findTags = (organizationId: string): Promise<string[]> => listTags(organizationId, mostTags)
