import { isUuid } from '@/domain/cursor'
import { getResponseDetail, type ResponseDetail } from '@/store/response/get-response-detail'

/** One response of the organization, or null. */
export const getResponse = async (organizationId: string, id: string): Promise<ResponseDetail | null> =>
  isUuid(id) ? getResponseDetail(organizationId, id) : null

export type { InsightRow, ResponseDetail } from '@/store/response/get-response-detail'
export { toldResponse } from '@/store/response/told-response'
