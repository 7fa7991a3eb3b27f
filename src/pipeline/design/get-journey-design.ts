import { listOwnerOptions, type OwnerOption } from '@/store/member/list-owner-options'
import { type Design, readDesign } from '@/store/touchpoint/read-design'

export type JourneyDesign = Design & {
  owners: OwnerOption[]
  /** the languages in which names are wanted: the organization's own first, then its surveys', then those of any name */
  locales: string[]
}

const localesOf = ({ locale, journeys, touchpoints, surveys }: Design): string[] => {
  const names = [...Object.values(journeys), ...Object.values(touchpoints)].map(({ name }) => name)
  const used = names.flatMap((name) => (typeof name === 'string' ? [] : Object.keys(name)))
  return [...new Set([locale, ...surveys.flatMap((survey) => survey.locales), ...used])].slice(0, 20)
}

/** What the map's editor starts from. */
export const getJourneyDesign = async (organizationId: string): Promise<JourneyDesign> => {
  const [design, owners] = await Promise.all([readDesign(organizationId), listOwnerOptions(organizationId)])
  return { ...design, owners, locales: localesOf(design) }
}

export type { DesignSurvey } from '@/store/touchpoint/read-design'
