import type { Severity } from '../schemas'
import type { Clock } from './case'
import { type Calendar, clockOf } from './clock'
import { type CasePolicy, defaultCasePolicy, defaultResponseHours } from './policy'

/** What a case's clock is made from. `responseHours`: the touchpoint's standard; a policy of null is the product's own. */
export type SlaSetting = Calendar & { responseHours: number | null; casePolicy: CasePolicy | null }

/** The clock that a case of some severity runs on, and how much of its time there is, in minutes. */
export type Sla = { clock: Clock; responseMinutes: number }

/** The touchpoint's promise, or sooner where the organization wants a case of this severity sooner. */
const hoursOf = ({ responseHours }: SlaSetting, policy: CasePolicy, severity: Severity): number => {
  const wanted = policy.responseHours[severity]
  if (wanted === undefined) return responseHours ?? defaultResponseHours[severity]
  return responseHours === null ? wanted : Math.min(wanted, responseHours)
}

export const slaOf = (setting: SlaSetting, severity: Severity): Sla => {
  const policy = setting.casePolicy ?? defaultCasePolicy
  const { timeZone, holidays } = setting
  const businessHours = policy.aroundTheClock.includes(severity) ? null : setting.businessHours
  return { clock: clockOf({ timeZone, businessHours, holidays }), responseMinutes: hoursOf(setting, policy, severity) * 60 }
}

/** When a case that is opened at `at` is due. */
export const dueOf = (setting: SlaSetting, severity: Severity, at: Date): Date => {
  const { clock, responseMinutes } = slaOf(setting, severity)
  return clock.addMinutes(at, responseMinutes)
}
