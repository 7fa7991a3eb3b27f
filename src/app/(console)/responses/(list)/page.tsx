import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { readSearch } from '@/domain/text/search'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { ConditionFilter } from '../../_filters/condition-filter'
import { FilterBar } from '../../_filters/filter-bar'
import { FilterNotice } from '../../_filters/filter-notice'
import { FilterSelect } from '../../_filters/filter-select'
import { PeriodFilter } from '../../_filters/period-filter'
import { isNarrowed, readNarrowing } from '../../_filters/read-narrowing'
import { SavedViews } from '../../_filters/saved-views'
import { daysParsers, narrowingParsers } from '../../_filters/search-params'
import { LiveRefresh } from '../../_live/live-refresh'
import { ResponseList } from './response-list'
import { SearchField } from './search-field'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('responses'))('title') })

const boxes = ['high', 'middle', 'low'] as const
const statuses = ['completed', 'partial', 'disqualified'] as const

const loadSearch = createLoader({
  status: parseAsStringLiteral(statuses),
  score: parseAsStringLiteral(boxes),
  ...narrowingParsers,
  ...daysParsers,
  cursor: parseAsString,
  q: parseAsString,
})

export default async function ResponsesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, timeZone } = await requirePermission('responses.read')
  const [t, locale, search] = await Promise.all([getTranslations('responses'), getLocale(), loadSearch(searchParams)])
  const { status, score, cursor } = search
  // PostgreSQL has no text with a NUL in it.
  const q = search.q?.replaceAll('\u0000', '').trim().slice(0, 200) || undefined
  const words = q ? readSearch(q) : undefined
  const read = readNarrowing(search)
  const narrowing = isFailure(read) ? {} : read.narrowing
  const today = localDay(new Date(), timeZone)
  const period = search.period ? resolvePeriod({ ...search, period: search.period }, today) : undefined
  const asked = { organizationId, timeZone, limit: 50, status: status ?? undefined, box: score ?? undefined, period, cursor, q }
  const [options, found] = await Promise.all([
    getFilterOptions(organizationId),
    isFailure(read) ? read : findResponses({ ...asked, ...narrowing }),
  ])
  const isAsked = Boolean(status || score || period || q) || isNarrowed(narrowing)
  const { from, to } = period ?? { from: today, to: today }
  return (
    <div>
      <PageHeader title={t('title')}>
        {!cursor && <LiveRefresh types={['response']} />}
        <FilterBar
          options={options}
          more={
            <ConditionFilter organizationId={organizationId} where={narrowing.where} beside={<SavedViews screen="responses" />} />
          }
        >
          <SearchField />
          <PeriodFilter from={from} to={to} isCustom={search.period === 'custom'} isOptional />
          <FilterSelect
            name="score"
            label={t('score')}
            all={t('allScores')}
            choices={boxes.map((value) => ({ value, label: t(`box.${value}`) }))}
          />
          <FilterSelect
            name="status"
            label={t('status')}
            all={t('allStatuses')}
            choices={statuses.map((value) => ({ value, label: t(`is.${value}`) }))}
          />
        </FilterBar>
      </PageHeader>
      {q && !words ? (
        <Card>
          <Empty
            title={t('noWord')}
            action={
              <ButtonLink href={listHref('/responses', search, { q: null, cursor: null })} variant="default">
                {t('showAll')}
              </ButtonLink>
            }
          >
            {t('noWordHint')}
          </Empty>
        </Card>
      ) : isFailure(found) ? (
        <FilterNotice failure={found} without={listHref('/responses', search, { where: null, cursor: null })} />
      ) : (
        <>
          <Card isFlush>
            {found.items.length > 0 ? (
              <ResponseList responses={found.items} locale={locale} search={words} />
            ) : (
              <Empty title={t(q ? 'noneFound' : isAsked ? 'noneFit' : 'none')}>
                {t(q ? 'noneFoundHint' : isAsked ? 'noneFitHint' : 'noneHint')}
              </Empty>
            )}
          </Card>
          <Pager
            first={cursor ? listHref('/responses', search, { cursor: null }) : null}
            next={found.nextCursor ? listHref('/responses', search, { cursor: found.nextCursor }) : null}
          />
        </>
      )}
    </div>
  )
}
