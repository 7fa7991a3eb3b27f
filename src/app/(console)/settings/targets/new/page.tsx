import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { createLoader, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { targetChannels } from '@/domain/delivery/target-kinds'
import { locales } from '@/i18n/locales'
import { findTargets } from '@/pipeline/design/find-targets'
import { ClientWords } from '../../../_shell/client-words'
import { TargetEditor } from '../_target/target-editor'

const loadSearch = createLoader({ channel: parseAsStringLiteral(targetChannels).withDefault('webhook') })

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('part.targets') })

export default async function NewTargetPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId } = await requirePermission('settings.write')
  const { channel } = await loadSearch(searchParams)
  const [t, settings, targets] = await Promise.all([
    getTranslations('targets'),
    getTranslations('settings'),
    findTargets(organizationId, channel),
  ])
  return (
    <ClientWords of={['targets']}>
      <PageHeader
        back={{ href: '/settings/targets', label: settings('part.targets') }}
        title={t(`new.${channel}`)}
        lead={t(`newLead.${channel}`)}
      />
      <TargetEditor channel={channel} taken={targets.map(({ key }) => key)} locales={Object.keys(locales)} />
    </ClientWords>
  )
}
