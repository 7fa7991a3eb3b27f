import { type AlertPolicy, defaultAlertPolicy } from '@/domain/alert/policy'
import { type CasePolicy, defaultCasePolicy } from '@/domain/case/policy'
import type { Localized } from '@/domain/localized'
import type { BusinessHours } from '@/domain/organization/business-hours'
import { pool } from '../connection'

export type OrganizationDetail = {
  key: string
  name: Localized
  locale: string
  timeZone: string
  businessHours: BusinessHours | null
  holidays: string[]
  cases: CasePolicy
  alerts: AlertPolicy
  anonymityThreshold: number
  createdAt: Date
}

export const getOrganizationDetail = async (organizationId: string): Promise<OrganizationDetail> => {
  const { rows } = await pool().query<
    Omit<OrganizationDetail, 'cases' | 'alerts'> & { cases: CasePolicy | null; alerts: AlertPolicy | null }
  >(
    `select key, name, locale, time_zone as "timeZone", business_hours as "businessHours", holidays, case_policy as cases,
            alert_policy as alerts, anonymity_threshold as "anonymityThreshold", created_at as "createdAt"
       from organizations where id = $1`,
    [organizationId],
  )
  const [organization] = rows
  if (!organization) throw new Error('a signed-in member has an organization')
  return { ...organization, cases: organization.cases ?? defaultCasePolicy, alerts: organization.alerts ?? defaultAlertPolicy }
}
