import { recordChange } from './record-change'
import { readJourneys } from './save-journey'
import { Refused, type Scope } from './transaction'

/** Takes away a journey without touchpoints. */
export const removeJourney = async (scope: Scope, key: string): Promise<boolean> => {
  const { db, organizationId } = scope
  const before = (await readJourneys(scope, key))[key]
  if (!before) return false
  const used = await db.touchpoint.findFirst({ where: { organizationId, stage: { journey: { key } } }, select: { key: true } })
  if (used) throw new Refused([{ path: `journeys.${key}`, message: `still has touchpoints (${used.key}); move them first` }])
  await db.journey.delete({ where: { organizationId_key: { organizationId, key } } })
  await recordChange(scope, { kind: 'journeys', key, before, after: undefined })
  return true
}
