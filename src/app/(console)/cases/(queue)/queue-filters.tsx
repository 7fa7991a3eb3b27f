import { useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import { doneStatuses, runningStatuses } from '@/pipeline/act/find-cases'
import type { CaseChoices } from '@/pipeline/act/get-case-choices'
import { FilterFold } from '../../_filters/filter-fold'
import { FilterSelect } from '../../_filters/filter-select'
import filters from '../../_filters/filters.module.css'
import { SavedViews } from '../../_filters/saved-views'
import { SearchField } from '../../_filters/search-field'
import { dues, severities } from './read-queue'

type QueueFiltersProps = { choices: CaseChoices; locale: string; isDone: boolean }

/** Everything that narrows the queue, each in the address, and what was kept of it. */
export const QueueFilters = ({ choices, locale, isDone }: QueueFiltersProps) => {
  const t = useTranslations('cases')
  const statusName = useTranslations('caseStatus')
  const severityName = useTranslations('severity')
  return (
    <div className={filters.bar}>
      <SearchField words="caseQueue" />
      <FilterFold>
        <FilterSelect
          name="status"
          label={t('status')}
          all={t('allStatuses')}
          choices={(isDone ? doneStatuses : runningStatuses).map((value) => ({ value, label: statusName(value) }))}
        />
        <FilterSelect
          name="severity"
          label={t('severity')}
          all={t('allSeverities')}
          choices={severities.map((value) => ({ value, label: severityName(value) }))}
        />
        <FilterSelect
          name="owner"
          label={t('owner')}
          all={t('allOwners')}
          choices={[
            { value: 'none', label: t('noOwner') },
            ...choices.owners.map(({ value, name }) => ({ value, label: localize(name, locale) })),
          ]}
        />
        {choices.touchpoints.length > 1 && (
          <FilterSelect
            name="touchpoint"
            label={t('touchpoint')}
            all={t('allTouchpoints')}
            choices={choices.touchpoints.map(({ key, name }) => ({ value: key, label: localize(name, locale) }))}
          />
        )}
        {isDone ? (
          <FilterSelect
            name="cause"
            label={t('cause')}
            all={t('allCauses')}
            choices={choices.causes.map(({ key, name, level }) => ({
              value: key,
              label: '\u2003'.repeat(level - 1) + localize(name, locale),
            }))}
          />
        ) : (
          <FilterSelect
            name="due"
            label={t('due')}
            all={t('allDue')}
            choices={dues.map((value) => ({ value, label: t(`dueBy.${value}`) }))}
          />
        )}
      </FilterFold>
      <SavedViews screen="cases" />
    </div>
  )
}
