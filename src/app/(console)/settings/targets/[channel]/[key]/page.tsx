import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { targetChannels } from '@/domain/delivery/target-kinds'
import { localize } from '@/domain/localized'
import { locales } from '@/i18n/locales'
import { findDeliveries } from '@/pipeline/act/find-deliveries'
import { getTarget } from '@/pipeline/design/find-targets'
import columns from '../../../../_components/columns.module.css'
import { ClientWords } from '../../../../_shell/client-words'
import { RotateCard } from '../../_target/rotate-card'
import { TargetEditor } from '../../_target/target-editor'
import { FormerSecret, TargetFacts } from '../../_target/target-facts'
import { TargetHistory } from '../../_target/target-history'
import { TargetTools } from '../../_target/target-tools'
import { TestCard } from '../../_target/test-card'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('part.targets') })

/** One webhook or chat: what it is told, how its messages fare, and the way to change it. */
export default async function TargetPage({ params }: { params: Promise<{ channel: string; key: string }> }) {
  const { organizationId, role } = await requirePermission('settings.read')
  const { channel: asked, key } = await params
  const channel = targetChannels.find((one) => one === asked)
  const target = channel && (await getTarget(organizationId, channel, key))
  if (!target) notFound()
  const mayWrite = can(role, 'settings.write')
  const mayReplay = can(role, 'deliveries.replay')
  const [settings, locale, page] = await Promise.all([
    getTranslations('settings'),
    getLocale(),
    findDeliveries({ organizationId, limit: 10, target: `${channel}:${key}` }),
  ])
  return (
    <ClientWords of={['targets']}>
      <PageHeader
        back={{ href: '/settings/targets', label: settings('part.targets') }}
        title={target.name === null ? key : localize(target.name, locale)}
      >
        {mayWrite && <TargetTools channel={channel} targetKey={key} isOn={target.disabledAt === null} />}
      </PageHeader>
      <div className={columns.columns}>
        <div className={columns.main}>
          {mayWrite && <TargetEditor channel={channel} stored={target} taken={[]} locales={Object.keys(locales)} />}
          <TargetHistory channel={channel} targetKey={key} deliveries={page.items} mayReplay={mayReplay} />
        </div>
        <div className={columns.aside}>
          <TargetFacts target={target} locale={locale} />
          {mayWrite && <TestCard channel={channel} targetKey={key} />}
          {mayWrite && channel === 'webhook' && (
            <RotateCard targetKey={key} former={<FormerSecret until={target.formerUntil} />} />
          )}
        </div>
      </div>
    </ClientWords>
  )
}
