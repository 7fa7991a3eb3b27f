import { EyeOff } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { localDay } from '@/domain/analysis/local-day'
import { asksWho } from '@/domain/condition/identifying'
import { isFailure } from '@/domain/errors'
import { readSearch as readWords } from '@/domain/text/search'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { findTags } from '@/pipeline/analyze/tag-responses'
import { SelectionProvider } from '../../_components/selection'
import { ConditionFilter } from '../../_filters/condition-filter'
import { FilterBar } from '../../_filters/filter-bar'
import { FilterNotice } from '../../_filters/filter-notice'
import { FilterSelect } from '../../_filters/filter-select'
import { PeriodFilter } from '../../_filters/period-filter'
import { SavedViews } from '../../_filters/saved-views'
import { SearchField } from '../../_filters/search-field'
import { LiveRefresh } from '../../_live/live-refresh'
import { ExportButton } from '../_exports/export-button'
import { boxes, loadSearch, readSearch, statuses } from '../read-search'
import { ResponseList } from './response-list'
import classes from './responses.module.css'
import { SelectBar } from './select-bar'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('responses'))('title') })

export default async function ResponsesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, timeZone, role } = await requirePermission('responses.read')
  const [t, locale, search] = await Promise.all([getTranslations('responses'), getLocale(), loadSearch(searchParams)])
  const { cursor } = search
  const now = new Date()
  const read = readSearch(search, timeZone, now)
  const { query, isAsked } = isFailure(read) ? { query: { timeZone }, isAsked: true } : read
  const q = 'q' in query ? query.q : undefined
  const words = q === undefined ? undefined : readWords(q)
  const hasNoWord = q !== undefined && !words
  const [options, tags, found] = await Promise.all([
    getFilterOptions(organizationId),
    findTags(organizationId),
    isFailure(read) ? read : findResponses({ organizationId, limit: 50, cursor, ...query }),
  ])
  const today = localDay(now, timeZone)
  const { from, to } = ('period' in query && query.period) || { from: today, to: today }
  const least = isFailure(found) ? undefined : found.hidden
  const isWho = asksWho('where' in query ? query.where : undefined)
  const whyHidden = least === undefined ? undefined : isWho ? t('hiddenWho') : t('hidden', { least })
  const mayTag = can(role, 'responses.tag')
  return (
    <div>
      <PageHeader title={t('title')} beside={!cursor && <LiveRefresh types={['response']} />}>
        {can(role, 'responses.export') && <ExportButton />}
        <FilterBar
          options={options}
          first={
            <>
              <SearchField />
              <PeriodFilter from={from} to={to} isCustom={search.period === 'custom'} isOptional />
            </>
          }
          more={
            <ConditionFilter
              organizationId={organizationId}
              where={'where' in query ? query.where : undefined}
              beside={<SavedViews screen="responses" />}
            />
          }
        >
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
          {(tags.length > 0 || search.tag) && (
            <FilterSelect
              name="tag"
              label={t('tag')}
              all={t('allTags')}
              choices={tags.map((name) => ({ value: name, label: name }))}
            />
          )}
        </FilterBar>
      </PageHeader>
      {hasNoWord ? (
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
        <SelectionProvider ids={found.items.map(({ id }) => id)}>
          {whyHidden && found.items.length > 0 && (
            <p className={classes.hidden} role="note">
              <EyeOff size={16} strokeWidth={1.5} aria-hidden /> {whyHidden}
            </p>
          )}
          <Card isFlush>
            {mayTag && found.items.length > 0 && <SelectBar known={tags} hasMore={Boolean(cursor || found.nextCursor)} />}
            {found.items.length > 0 ? (
              <ResponseList responses={found.items} locale={locale} search={words} mayTag={mayTag} />
            ) : (
              <Empty title={t(whyHidden ? 'hiddenNone' : words ? 'noneFound' : isAsked ? 'noneFit' : 'none')}>
                {whyHidden ?? t(words ? 'noneFoundHint' : isAsked ? 'noneFitHint' : 'noneHint')}
              </Empty>
            )}
          </Card>
          <Pager
            first={cursor ? listHref('/responses', search, { cursor: null }) : null}
            next={found.nextCursor ? listHref('/responses', search, { cursor: found.nextCursor }) : null}
          />
        </SelectionProvider>
      )}
    </div>
  )
}
