import type { Rule } from '@/domain/alert/rule'
import { type Failure, isFailure, within } from '@/domain/errors'
import { keyOfText } from '@/domain/free-key'
import { localize } from '@/domain/localized'
import { prisma } from '@/store/connection'
import { readRule, readRules } from '@/store/programme/save-rule'
import { applyProgramme } from './apply-programme'

export type WrittenRule = {
  organizationId: string
  by: string
  /** none for a new rule: its key is made from its name */
  key?: string | undefined
  /** the rule as it was when the writing began */
  seen?: unknown
  rule: unknown
}

const newKey = async (organizationId: string, rule: unknown): Promise<string> => {
  const taken = new Set((await readRules({ db: prisma(), organizationId })).map(({ key }) => key))
  const { name } = rule as Partial<Pick<Rule, 'name'>>
  return keyOfText(localize(name, 'en'), 'rule', (key) => taken.has(key))
}

/** Saves a rule as a person wrote it. A conflict when it isn't any more what they began with: nothing is overwritten unseen. */
export const saveAlertRule = async ({
  organizationId,
  by,
  key,
  seen,
  rule,
}: WrittenRule): Promise<{ saved: string } | Failure> => {
  const name = key ?? (await newKey(organizationId, rule))
  const expected = { alertRules: { [name]: key === undefined ? null : seen } }
  const applied = await applyProgramme(organizationId, { alertRules: { [name]: rule } }, { by, expected })
  return isFailure(applied) ? within(applied, `alertRules.${name}`) : { saved: name }
}

/** Switches a rule on or off; whatever else it says stays as it is. */
export const switchAlertRule = async (
  organizationId: string,
  key: string,
  enabled: boolean,
  by: string,
): Promise<{ saved: string } | Failure> => {
  const found = await readRule({ db: prisma(), organizationId }, key)
  if (!found) return { error: 'not_found' }
  return saveAlertRule({ organizationId, by, key, seen: found.rule, rule: { ...found.rule, enabled } })
}
