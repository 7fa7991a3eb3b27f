import { isUuid } from '@/domain/cursor'
import { isSurveyOfFew } from '@/store/anonymity/is-survey-of-few'
import { getResponseDetail, type ResponseDetail } from '@/store/response/get-response-detail'

/** `suppressed`: it is one of too few answers to an anonymous survey, so it tells nothing of what was answered. */
export type ShownResponse = ResponseDetail & { suppressed?: true }

/** One response of the organization, or null. */
export const getResponse = async (organizationId: string, id: string): Promise<ShownResponse | null> => {
  const found = isUuid(id) ? await getResponseDetail(organizationId, id) : null
  if (!found || !(await isSurveyOfFew(organizationId, found.surveyKey))) return found
  return { ...found, answers: {}, scores: [], text: [], files: [], suppressed: true }
}

export type { InsightRow, ResponseDetail } from '@/store/response/get-response-detail'
export { toldResponse } from '@/store/response/told-response'
