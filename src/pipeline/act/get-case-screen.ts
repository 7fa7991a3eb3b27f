import { linkedCases } from '@/domain/case/links'
import type { CaseOptions } from '@/domain/case/options'
import { type CaseDetail, getCaseDetail } from '@/store/case/get-case-detail'
import { listRelatedCases, type RelatedCase } from '@/store/case/list-related-cases'
import { readCaseOptions } from '@/store/case/read-options'
import { listOwnerOptions, type OwnerOption } from '@/store/member/list-owner-options'
import { type CaseResponseRow, listCaseResponses } from '@/store/response/list-case-responses'

export type CaseScreen = CaseDetail & {
  responses: CaseResponseRow[]
  owners: OwnerOption[]
  options: CaseOptions
  related: RelatedCase[]
}

const topicsOf = (responses: readonly CaseResponseRow[]): string[] => [
  ...new Set(responses.flatMap(({ comments }) => comments.flatMap(({ insight }) => insight?.topics.map(({ key }) => key) ?? []))),
]

/** One case with its responses, what its steps may choose from and the cases that have to do with it, or null. */
export const getCaseScreen = async (organizationId: string, number: number): Promise<CaseScreen | null> => {
  const detail = await getCaseDetail(organizationId, number)
  if (!detail) return null
  const [responses, owners, options] = await Promise.all([
    listCaseResponses(organizationId, detail.id),
    listOwnerOptions(organizationId),
    readCaseOptions(organizationId),
  ])
  const about = { organizationId, id: detail.id, touchpoint: detail.touchpointKey, customerId: detail.customer?.id ?? null }
  const related = await listRelatedCases(about, linkedCases(detail.events), topicsOf(responses))
  return { ...detail, responses, owners, options, related }
}

export type { CaseDetailEvent } from '@/store/case/get-case-detail'
export type { RelatedCase } from '@/store/case/list-related-cases'
export type { CaseResponseRow } from '@/store/response/list-case-responses'
