import type { Localized } from '@/domain/localized'
import { listChannels } from '@/store/reports/list-channels'
import { listSurveyLocales } from '@/store/survey/list-survey-locales'
import { listSurveyTitles } from '@/store/survey/list-survey-titles'
import { listJourneyNames } from '@/store/touchpoint/list-journey-names'
import { listTouchpointNames } from '@/store/touchpoint/list-touchpoint-names'

export type FilterOptions = {
  journeys: { key: string; name: Localized }[]
  touchpoints: { key: string; name: Localized }[]
  surveys: { key: string; title: Localized }[]
  channels: string[]
  locales: string[]
}

/** What screens can be narrowed to. */
export const getFilterOptions = async (organizationId: string): Promise<FilterOptions> => {
  const [journeys, touchpoints, surveys, channels, locales] = await Promise.all([
    listJourneyNames(organizationId),
    listTouchpointNames(organizationId),
    listSurveyTitles(organizationId),
    listChannels(organizationId),
    listSurveyLocales(organizationId),
  ])
  return { journeys, touchpoints, surveys, channels, locales }
}
