import type { Localized } from '@/domain/localized'
import { listChannels } from '@/store/reports/list-channels'
import { listSurveyTitles } from '@/store/survey/list-survey-titles'
import { listTouchpointNames } from '@/store/touchpoint/list-touchpoint-names'

export type FilterOptions = {
  touchpoints: { key: string; name: Localized }[]
  surveys: { key: string; title: Localized }[]
  channels: string[]
}

/** What screens can be narrowed to. */
export const getFilterOptions = async (organizationId: string): Promise<FilterOptions> => {
  const [touchpoints, surveys, channels] = await Promise.all([
    listTouchpointNames(organizationId),
    listSurveyTitles(organizationId),
    listChannels(organizationId),
  ])
  return { touchpoints, surveys, channels }
}
