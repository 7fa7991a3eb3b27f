import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { channelLabel } from '@/components/format/channel-label'
import { localize } from '@/domain/localized'
import type { FilterOptions } from '@/pipeline/analyze/get-filter-options'
import { FilterSelect } from './filter-select'
import classes from './filters.module.css'

/** Touchpoint, survey and channel, each only where there is something to choose; `children` come before them. */
export const FilterBar = async ({ options, children }: { options: FilterOptions; children?: ReactNode }) => {
  const [t, channels, locale] = await Promise.all([getTranslations('filters'), getTranslations('channels'), getLocale()])
  return (
    <div className={classes.bar}>
      {children}
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
    </div>
  )
}
