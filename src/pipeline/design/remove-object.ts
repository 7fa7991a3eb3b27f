import type { CaseOptionKind } from '@/domain/case/options'
import { type Failure, fail } from '@/domain/errors'
import { inProgramme } from '@/store/programme/apply-programme'
import { removeJourney } from '@/store/programme/remove-journey'
import { removeTarget } from '@/store/programme/remove-target'
import { removeTeam } from '@/store/programme/remove-team'
import { removeTouchpoint } from '@/store/programme/remove-touchpoint'
import { removeOption } from '@/store/programme/save-case-option'
import { removeMetric } from '@/store/programme/save-metric'
import { deleteRule } from '@/store/programme/save-rule'
import { Refused, type Scope } from '@/store/programme/transaction'

type Removable = 'webhooks' | 'chats' | 'journeys' | 'teams' | 'touchpoints' | 'metrics' | 'alertRules' | CaseOptionKind

const removers: Record<Removable, (scope: Scope, key: string) => Promise<boolean>> = {
  journeys: removeJourney,
  teams: removeTeam,
  touchpoints: removeTouchpoint,
  metrics: removeMetric,
  webhooks: removeTarget('webhook'),
  chats: removeTarget('chat'),
  alertRules: deleteRule,
  rootCauses: (scope, key) => removeOption(scope, 'rootCauses', key),
  recoveryActions: (scope, key) => removeOption(scope, 'recoveryActions', key),
  caseMails: (scope, key) => removeOption(scope, 'caseMails', key),
}

/**
 * Takes away a journey, team, touchpoint, webhook or chat that nothing speaks of, or a rule (what it raised stays), or what steps on
 * cases choose from. Answers the apply under which it can be taken back.
 */
export const removeObject = async (
  organizationId: string,
  kind: Removable,
  key: string,
  by: string,
): Promise<{ applyId: string } | Failure> => {
  try {
    return await inProgramme(organizationId, by, async (scope) =>
      (await removers[kind](scope, key)) ? { applyId: scope.applyId } : fail('not_found', `There is no "${key}" in ${kind}.`),
    )
  } catch (error) {
    if (error instanceof Refused) return fail('in_use', error.issues[0]?.message, error.issues)
    throw error
  }
}
