import { recordChange } from './record-change'
import { readRules } from './save-rule'
import { readTouchpoints } from './save-touchpoint'
import { Refused, type Scope } from './transaction'

/** Takes away a touchpoint that nothing speaks of yet; one with a survey, an answer, an event, a case or a rule is archived instead. */
export const removeTouchpoint = async (scope: Scope, key: string): Promise<boolean> => {
  const { db, organizationId } = scope
  const row = await db.touchpoint.findUnique({ where: { organizationId_key: { organizationId, key } }, select: { id: true } })
  if (!row) return false
  const at = { organizationId, touchpointId: row.id }
  const isUsed =
    (await db.survey.findFirst({ where: at, select: { id: true } })) ??
    (await db.case.findFirst({ where: at, select: { id: true } })) ??
    (await db.surveyResponse.findFirst({ where: at, select: { id: true } })) ??
    (await db.alert.findFirst({ where: at, select: { id: true } })) ??
    (await db.customerEvent.findFirst({ where: at, select: { id: true } })) ??
    (await readRules(scope)).find(({ rule }) => rule.touchpoints !== 'all' && rule.touchpoints.includes(key))
  if (isUsed) throw new Refused([{ path: `touchpoints.${key}`, message: 'is in use; archive it instead' }])
  const before = (await readTouchpoints(scope, key))[key]
  await db.touchpoint.delete({ where: { organizationId_id: { organizationId, id: row.id } } })
  await recordChange(scope, { kind: 'touchpoints', key, before, after: undefined })
  return true
}
