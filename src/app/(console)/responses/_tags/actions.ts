'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isFailure } from '@/domain/errors'
import { type Tagged, type Tagger, tagFound, tagResponses, undoTagging } from '@/pipeline/analyze/tag-responses'
import { loadSearch, readSearch } from '../read-search'

export type TagProblem = { problem: 'signed_out' | 'not_allowed' | 'invalid' | 'too_many' | 'too_slow' | 'not_found' }
export type TagAnswer = Tagged | TagProblem

/** The responses themselves, or everything that the list's address finds. */
export type TagTarget = { ids: readonly string[] } | { search: Readonly<Record<string, string>> }

const targetSchema = z.union([z.object({ ids: z.array(z.string()) }), z.object({ search: z.record(z.string(), z.string()) })])
const problems = ['too_many', 'too_slow', 'not_found'] as const

const findTagger = async (): Promise<(Tagger & { timeZone: string }) | TagProblem> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'responses.tag')) return { problem: 'not_allowed' }
  return { organizationId: member.organizationId, by: member.email, timeZone: member.timeZone }
}

const problemOf = (error: string): TagProblem => ({ problem: problems.find((one) => one === error) ?? 'invalid' })

/** Puts a tag on, or takes it off. */
export const changeTag = async (target: unknown, kind: unknown, name: unknown): Promise<TagAnswer> => {
  const given = targetSchema.safeParse(target)
  if (!given.success) return { problem: 'invalid' }
  const tagger = await findTagger()
  if ('problem' in tagger) return tagger
  const { timeZone, ...by } = tagger
  const work = async () => {
    if ('ids' in given.data) return tagResponses(by, { kind, name }, given.data.ids)
    const read = readSearch(loadSearch(given.data.search), timeZone, new Date())
    return isFailure(read) ? read : tagFound(by, { kind, name }, read.query)
  }
  const done = await work()
  if (isFailure(done)) return problemOf(done.error)
  revalidatePath('/responses', 'layout')
  return done
}

/** Takes one’s own change of tags back. */
export const undoTag = async (changeId: unknown): Promise<{ changed: number } | TagProblem> => {
  const tagger = await findTagger()
  if ('problem' in tagger) return tagger
  const done = await undoTagging(tagger, String(changeId))
  if (isFailure(done)) return problemOf(done.error)
  revalidatePath('/responses', 'layout')
  return done
}
