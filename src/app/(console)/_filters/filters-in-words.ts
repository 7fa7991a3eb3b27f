import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { channelLabel } from '@/components/format/channel-label'
import { languageName } from '@/components/format/language-name'
import type { Narrowing } from '@/domain/analysis/narrowing'
import { localize } from '@/domain/localized'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { getRuleChoices } from '@/pipeline/design/get-rule-choices'
import { conditionWordsIn } from '../_components/use-condition-words'
import { filterFields } from './filter-fields'

/** Read once for a page, however many of its parts ask. */
export const filterOptions = cache(getFilterOptions)
const ruleChoices = cache(getRuleChoices)

/** What a screen is narrowed to, a line each, as its filters call it. */
export const filtersInWords = async (organizationId: string, narrowing: Narrowing): Promise<string[]> => {
  const [t, channels, locale, options] = await Promise.all([
    getTranslations('filters'),
    getTranslations('channels'),
    getLocale(),
    filterOptions(organizationId),
  ])
  const { journey, touchpoint, survey, channel, locale: language, where } = narrowing
  const named = (label: string, name: string | undefined, key: string) => t('named', { label, name: name ?? key })
  const find = <One extends { key: string }>(list: readonly One[], key: string) => list.find((one) => one.key === key)
  const lines: string[] = []
  if (journey) lines.push(named(t('journey'), localize(find(options.journeys, journey)?.name, locale), journey))
  if (touchpoint) lines.push(named(t('touchpoint'), localize(find(options.touchpoints, touchpoint)?.name, locale), touchpoint))
  if (survey) lines.push(named(t('survey'), localize(find(options.surveys, survey)?.title, locale), survey))
  if (channel) lines.push(named(t('channel'), channelLabel(channels, channel), channel))
  if (language) lines.push(named(t('locale'), languageName(language, locale), language))
  if (!where) return lines
  const [words, metrics, categories, topics, fields] = await Promise.all([
    getTranslations('conditions'),
    getTranslations('metrics'),
    getTranslations('category'),
    getTranslations('topics'),
    ruleChoices(organizationId).then((choices) => filterFields(choices, locale)),
  ])
  const say = conditionWordsIn({ t: words, metrics, categories, topics, channels }, locale, undefined, fields)
  return [...lines, t('onlyWhere', { condition: say(where) })]
}
