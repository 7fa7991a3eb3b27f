'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type Issue, isFailure } from '@/domain/errors'
import { keySchema } from '@/domain/schemas'
import { countOpenInvitations } from '@/pipeline/design/count-open-invitations'
import { openDraft, saveDraftEdits } from '@/pipeline/design/save-draft-edits'
import { publishSurvey } from '@/pipeline/design/survey-programme'
import type { Saved } from './_store/editor-state'

const revision = z.int().min(-1).max(2_000_000_000)
const edits = z.object({ key: keySchema, id: z.string(), base: revision, operations: z.unknown() })

type Designer = { organizationId: string; email: string }
type Refusal = { problem: 'signed_out' | 'not_allowed' }

const designer = async (): Promise<Designer | Refusal> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  return can(member.role, 'programme.write') ? member : { problem: 'not_allowed' }
}

/** Saves a batch of edits; the same batch again changes nothing. */
export const saveEdits = async (input: unknown): Promise<Saved> => {
  const given = edits.safeParse(input)
  if (!given.success) return { problem: 'refused' }
  const member = await designer()
  if ('problem' in member) return member
  const { key, ...rest } = given.data
  const result = await saveDraftEdits(member.organizationId, { key, ...rest })
  if (!isFailure(result)) return result
  return { problem: result.error === 'survey_not_found' ? 'not_found' : 'refused' }
}

/** The draft, if somebody has saved one that is newer. */
export const lookForDraft = async (key: unknown, since: unknown) => {
  const given = z.object({ key: keySchema, since: revision }).safeParse({ key, since })
  const member = await designer()
  if (!given.success || 'problem' in member) return undefined
  return openDraft(member.organizationId, given.data.key, given.data.since)
}

/** The personal invitations that publishing would meet; undefined where they can't be asked for. */
export const countOpen = async (input: unknown) => {
  const key = keySchema.safeParse(input)
  const member = await designer()
  if (!key.success || 'problem' in member) return undefined
  return countOpenInvitations(member.organizationId, key.data, new Date())
}

/** `issues` are in English, as the machine door says them. */
export type PublishResult =
  | { problem: 'signed_out' | 'not_allowed' | 'not_found' | 'refused'; issues?: readonly Issue[] }
  | { version: number; shared: Awaited<ReturnType<typeof openDraft>> }

/** Makes the draft what customers see. Its texts are tidied by that, so it comes back. */
export const publishEdited = async (input: unknown): Promise<PublishResult> => {
  const key = keySchema.safeParse(input)
  if (!key.success) return { problem: 'not_found' }
  const member = await designer()
  if ('problem' in member) return member
  const result = await publishSurvey(member.organizationId, key.data, member.email)
  if (isFailure(result))
    return {
      problem: result.error === 'not_found' ? 'not_found' : 'refused',
      ...(result.errors ? { issues: result.errors } : {}),
    }
  revalidatePath(`/surveys/${key.data}`)
  return { version: result.version, shared: await openDraft(member.organizationId, key.data) }
}
