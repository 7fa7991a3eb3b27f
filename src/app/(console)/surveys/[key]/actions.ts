'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import { publishSurvey, restoreVersion } from '@/pipeline/design/survey-programme'

/** `issues` are in English, as the machine door says them: they name places in the definition. */
export type VersionResult =
  | { problem: 'signed_out' | 'not_allowed' | 'not_found' | 'refused'; issues?: readonly Issue[] }
  | { done: 'published' | 'restored'; version: number; at: number }

const fields = z.object({ key: z.string().min(1).max(64), version: z.coerce.number().int().min(0).max(9_999_999) })

const toProblem = ({ error, errors }: Failure): VersionResult => ({
  problem: error === 'not_found' ? 'not_found' : 'refused',
  ...(errors ? { issues: errors } : {}),
})

const asDesigner = async (
  form: FormData,
  work: (organizationId: string, given: z.output<typeof fields>, by: string) => Promise<VersionResult>,
): Promise<VersionResult> => {
  const given = fields.safeParse(Object.fromEntries(form))
  if (!given.success) return { problem: 'not_found' }
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'programme.write')) return { problem: 'not_allowed' }
  const result = await work(member.organizationId, given.data, member.email)
  revalidatePath(`/surveys/${given.data.key}`)
  return result
}

/** Makes the draft what customers see. */
export const publish = async (_before: VersionResult | null, form: FormData): Promise<VersionResult> =>
  asDesigner(form, async (organizationId, { key }, by) => {
    const published = await publishSurvey(organizationId, key, by)
    return isFailure(published) ? toProblem(published) : { done: 'published', version: published.version, at: Date.now() }
  })

/** Makes a version the draft again. */
export const restore = async (_before: VersionResult | null, form: FormData): Promise<VersionResult> =>
  asDesigner(form, async (organizationId, { key, version }) => {
    const restored = await restoreVersion(organizationId, key, version)
    return isFailure(restored) ? toProblem(restored) : { done: 'restored', version, at: Date.now() }
  })
