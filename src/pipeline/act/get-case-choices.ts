import { type CauseInTree, listTree } from '@/domain/case/options'
import type { Localized } from '@/domain/localized'
import { readCaseOptions } from '@/store/case/read-options'
import { listOwnerOptions, type OwnerOption } from '@/store/member/list-owner-options'
import { listTouchpointNames } from '@/store/touchpoint/list-touchpoint-names'

export type CaseChoices = {
  owners: OwnerOption[]
  causes: CauseInTree[]
  touchpoints: { key: string; name: Localized }[]
}

/** What the queue can be narrowed to, and whom its cases can be given to. */
export const getCaseChoices = async (organizationId: string): Promise<CaseChoices> => {
  const [owners, options, touchpoints] = await Promise.all([
    listOwnerOptions(organizationId),
    readCaseOptions(organizationId),
    listTouchpointNames(organizationId),
  ])
  return { owners, causes: listTree(options.rootCauses), touchpoints }
}
