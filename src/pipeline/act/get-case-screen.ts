import { type CaseDetail, getCaseDetail } from '@/store/case/get-case-detail'
import { listOwnerOptions, type OwnerOption } from '@/store/member/list-owner-options'
import { type CaseResponseRow, listCaseResponses } from '@/store/response/list-case-responses'

export type CaseScreen = CaseDetail & { responses: CaseResponseRow[]; owners: OwnerOption[] }

/** One case with its responses and those it could be given to, or null. */
export const getCaseScreen = async (organizationId: string, number: number): Promise<CaseScreen | null> => {
  const detail = await getCaseDetail(organizationId, number)
  if (!detail) return null
  const [responses, owners] = await Promise.all([listCaseResponses(organizationId, detail.id), listOwnerOptions(organizationId)])
  return { ...detail, responses, owners }
}

export type { CaseDetailEvent } from '@/store/case/get-case-detail'
export type { CaseResponseRow } from '@/store/response/list-case-responses'
