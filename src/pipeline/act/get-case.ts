import type { Localized } from '@/domain/localized'
import type { BusinessHours } from '@/domain/organization/business-hours'
import { type CaseDetail, getCaseDetail } from '@/store/case/get-case-detail'
import { listOwnerOptions, type OwnerOption } from '@/store/member/list-owner-options'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { type CaseResponseRow, listCaseResponses } from '@/store/response/list-case-responses'

export type CaseView = CaseDetail & {
  responses: CaseResponseRow[]
  owners: OwnerOption[]
  calendar: { timeZone: string; businessHours: BusinessHours | null; holidays: string[] }
}

/** One case with its responses and those it could be given to, or null. */
export const getCase = async (organizationId: string, number: number): Promise<CaseView | null> => {
  const detail = await getCaseDetail(organizationId, number)
  if (!detail) return null
  const [responses, owners, { timeZone, businessHours, holidays }] = await Promise.all([
    listCaseResponses(organizationId, detail.id),
    listOwnerOptions(organizationId),
    getOrganizationDetail(organizationId),
  ])
  return { ...detail, responses, owners, calendar: { timeZone, businessHours, holidays } }
}

export type { CaseDetailEvent } from '@/store/case/get-case-detail'
export type { CaseResponseRow } from '@/store/response/list-case-responses'
export type CaseOwner = { email: string; name: string } | { team: string; name: Localized } | null
