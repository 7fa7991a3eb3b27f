import { type Failure, isFailure } from '@/domain/errors'
import type { Settings } from '@/domain/organization/schema'
import { readProgramme } from '@/store/programme/read-programme'
import { applyProgramme } from './apply-programme'

/** Saves the organization's settings and answers them as stored. */
export const putSettings = async (
  organizationId: string,
  input: unknown,
  by?: string,
): Promise<{ settings: Settings } | Failure> => {
  const applied = await applyProgramme(organizationId, { settings: input }, by ? { by } : {})
  return isFailure(applied) ? applied : { settings: (await readProgramme(organizationId)).settings }
}

/** Saves how cases are followed or how alerts find people, and leaves the other settings as they are. */
export const putPolicy = async (
  organizationId: string,
  policy: { cases: unknown } | { alerts: unknown },
  by: string,
): Promise<{ settings: Settings } | Failure> =>
  putSettings(organizationId, { ...(await readProgramme(organizationId)).settings, ...policy }, by)
