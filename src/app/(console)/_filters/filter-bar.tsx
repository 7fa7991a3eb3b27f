import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { channelLabel } from '@/components/format/channel-label'
import { languageName } from '@/components/format/language-name'
import { localize } from '@/domain/localized'
import type { FilterOptions } from '@/pipeline/analyze/get-filter-options'
import { FilterFold } from './filter-fold'
import { FilterSelect } from './filter-select'
import classes from './filters.module.css'

type FilterBarProps = { options: FilterOptions; first?: ReactNode; children?: ReactNode; more?: ReactNode }

/**
 * What there is to choose from, each only where there is a choice; `first` and `children` come before them, `more` behind. On a
 * phone all but `first` and what is filtered by folds away.
 */
export const FilterBar = async ({ options, first, children, more }: FilterBarProps) => {
  const [t, channels, locale] = await Promise.all([getTranslations('filters'), getTranslations('channels'), getLocale()])
  return (
    <div className={classes.bar}>
      {first}
      <FilterFold>
        {children}
        {options.journeys.length > 1 && (
          <FilterSelect
            name="journey"
            label={t('journey')}
            all={t('allJourneys')}
            choices={options.journeys.map(({ key, name }) => ({ value: key, label: localize(name, locale) }))}
          />
        )}
        {options.touchpoints.length > 1 && (
          <FilterSelect
            name="touchpoint"
            label={t('touchpoint')}
            all={t('allTouchpoints')}
            choices={options.touchpoints.map(({ key, name }) => ({ value: key, label: localize(name, locale) }))}
          />
        )}
        {options.surveys.length > 1 && (
          <FilterSelect
            name="survey"
            label={t('survey')}
            all={t('allSurveys')}
            choices={options.surveys.map(({ key, title }) => ({ value: key, label: localize(title, locale) }))}
          />
        )}
        {options.channels.length > 1 && (
          <FilterSelect
            name="channel"
            label={t('channel')}
            all={t('allChannels')}
            choices={options.channels.map((value) => ({ value, label: channelLabel(channels, value) }))}
          />
        )}
        {options.locales.length > 1 && (
          <FilterSelect
            name="locale"
            label={t('locale')}
            all={t('allLocales')}
            choices={options.locales.map((value) => ({ value, label: languageName(value, locale) }))}
          />
        )}
        {more}
      </FilterFold>
    </div>
  )
}
