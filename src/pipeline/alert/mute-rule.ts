import { v7 as uuidV7 } from 'uuid'
import { longestMuteDays, muteSchema } from '@/domain/alert/mute'
import { isUuid } from '@/domain/cursor'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { addMute, closeMute, listMutes, type Mute } from '@/store/alert/mutes'

type Muting = { organizationId: string; key: string; by: string; now: Date }

/** Silences a rule until a moment, for a reason: what it finds meanwhile is written down as muted, and nobody is told. */
export const muteRule = async ({ organizationId, key, by, now }: Muting, input: unknown): Promise<Mute | Failure> => {
  const parsed = parse(muteSchema, input)
  if ('errors' in parsed) return fail('invalid', 'The rule can’t be muted like this.', parsed.errors)
  const { reason, until, touchpoint = null } = parsed.value
  const days = (until.getTime() - now.getTime()) / 86_400_000
  if (days <= 0 || days > longestMuteDays)
    return fail('invalid', undefined, [{ path: 'until', message: `must be within ${longestMuteDays} days from now` }])
  const id = uuidV7()
  const isAdded = await addMute({ organizationId, id, rule: key, touchpoint, reason, until, by })
  const mute = isAdded ? (await listMutes(organizationId, key)).find((one) => one.id === id) : undefined
  return mute ?? fail('not_found', `There is no rule "${key}"${touchpoint === null ? '' : `, or no touchpoint "${touchpoint}"`}.`)
}

/** What silences a rule at the moment. */
export const findMutes = (organizationId: string, key: string): Promise<Mute[]> => listMutes(organizationId, key)

/** Ends a mute before its time. */
export const endMute = async (
  { organizationId, key, by }: Omit<Muting, 'now'>,
  id: string,
): Promise<{ ended: string } | Failure> => {
  const isEnded = isUuid(id) && (await closeMute(organizationId, key, id, by))
  return isEnded ? { ended: id } : fail('not_found', 'There is no such mute.')
}

export type { Mute } from '@/store/alert/mutes'
