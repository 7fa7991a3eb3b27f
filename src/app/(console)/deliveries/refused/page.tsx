import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { countAllRefused, findRefused } from '@/pipeline/act/find-refused'
import { SelectionProvider } from '../../_components/selection'
import { ClientWords } from '../../_shell/client-words'
import { ClearBar } from './clear-bar'
import { RefusedTable } from './refused-table'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('marks'))('title') })

const loadSearch = createLoader({ cursor: parseAsString })

/** The addresses that take no mail, and a way to clear many of the marks at once. */
export default async function RefusedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, role } = await requirePermission('deliveries.read')
  const [t, list, { cursor }] = await Promise.all([
    getTranslations('marks'),
    getTranslations('deliveries'),
    loadSearch(searchParams),
  ])
  const shownAt = new Date().toISOString()
  const [page, count] = await Promise.all([findRefused(organizationId, { limit: 50, cursor }), countAllRefused(organizationId)])
  const mayClear = can(role, 'bounces.write')
  return (
    <ClientWords of={['marks']}>
      <PageHeader back={{ href: '/deliveries', label: list('title') }} title={t('title')} lead={t('lead')} />
      <SelectionProvider ids={page.items.map(({ address }) => address)}>
        {mayClear && <ClearBar count={count} shownAt={shownAt} />}
        <Card isFlush>
          {page.items.length > 0 ? (
            <RefusedTable marks={page.items} maySelect={mayClear} />
          ) : (
            <Empty title={t('none')}>{t('noneHint')}</Empty>
          )}
        </Card>
      </SelectionProvider>
      <Pager
        first={cursor ? '/deliveries/refused' : null}
        next={page.nextCursor ? `/deliveries/refused?cursor=${encodeURIComponent(page.nextCursor)}` : null}
      />
    </ClientWords>
  )
}
