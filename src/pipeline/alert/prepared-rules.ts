import { prepareRules, type RuleSet } from '@/domain/alert/evaluate-rules'
import { loadRules, type StoredRule } from '@/store/rule/load-rules'

type Prepared = { revision: number; rules: RuleSet<StoredRule> }

/** So many organizations' rules are kept ready; the one that was longest not asked for goes first. */
const keptOrganizations = 100
const kept = new Map<string, Prepared>()

/** An organization's enabled rules, ready to judge. They are read and compiled anew when one of them has changed. */
export const preparedRules = async (organizationId: string, revision: number): Promise<RuleSet<StoredRule>> => {
  const known = kept.get(organizationId)
  kept.delete(organizationId)
  const prepared = known?.revision === revision ? known : { revision, rules: prepareRules(await loadRules(organizationId)) }
  kept.set(organizationId, prepared)
  const [oldest] = kept.keys()
  if (kept.size > keptOrganizations && oldest !== undefined) kept.delete(oldest)
  return prepared.rules
}
