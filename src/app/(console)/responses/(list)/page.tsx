import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { FilterBar } from '../../_filters/filter-bar'
import { FilterSelect } from '../../_filters/filter-select'
import { LiveRefresh } from '../../_live/live-refresh'
import { ResponseList } from './response-list'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('responses'))('title') })

const boxes = ['high', 'middle', 'low'] as const
const statuses = ['completed', 'partial', 'disqualified'] as const

const loadSearch = createLoader({
  status: parseAsStringLiteral(statuses),
  score: parseAsStringLiteral(boxes),
  survey: parseAsString,
  touchpoint: parseAsString,
  channel: parseAsString,
  cursor: parseAsString,
})

export default async function ResponsesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, timeZone } = await requirePermission('responses.read')
  const [t, locale, search] = await Promise.all([getTranslations('responses'), getLocale(), loadSearch(searchParams)])
  const { status, score, survey, touchpoint, channel, cursor } = search
  const [options, page] = await Promise.all([
    getFilterOptions(organizationId),
    findResponses({
      organizationId,
      timeZone,
      limit: 50,
      status: status ?? undefined,
      box: score ?? undefined,
      survey: survey ?? undefined,
      touchpoint: touchpoint ?? undefined,
      channel: channel ?? undefined,
      cursor,
    }),
  ])
  const isNarrowed = Boolean(status || score || survey || touchpoint || channel)
  return (
    <div>
      <PageHeader title={t('title')}>
        {!cursor && <LiveRefresh types={['response']} />}
        <FilterBar options={options}>
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
      <Card isFlush>
        {page.items.length > 0 ? (
          <ResponseList responses={page.items} locale={locale} />
        ) : (
          <Empty title={isNarrowed ? t('noneFit') : t('none')}>{isNarrowed ? t('noneFitHint') : t('noneHint')}</Empty>
        )}
      </Card>
      <Pager
        first={cursor ? listHref('/responses', search, { cursor: null }) : null}
        next={page.nextCursor ? listHref('/responses', search, { cursor: page.nextCursor }) : null}
      />
    </div>
  )
}
