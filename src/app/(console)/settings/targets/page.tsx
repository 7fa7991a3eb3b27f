import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { targetChannels } from '@/domain/delivery/target-kinds'
import { findTargets } from '@/pipeline/design/find-targets'
import { SettingsTabs } from '../_components/settings-tabs'
import classes from './_target/target.module.css'
import { TargetTable } from './_target/target-table'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('part.targets') })

/** Where messages go that aren't mails. */
export default async function TargetsPage() {
  const { organizationId, role } = await requirePermission('settings.read')
  const [t, settings, targets] = await Promise.all([
    getTranslations('targets'),
    getTranslations('settings'),
    findTargets(organizationId),
  ])
  const mayWrite = can(role, 'settings.write')
  return (
    <div>
      <PageHeader title={settings('title')} lead={t('lead')} />
      <SettingsTabs current="targets" />
      <div className={classes.cards}>
        {targetChannels.map((channel) => {
          const found = targets.filter((one) => one.channel === channel)
          return (
            <Card
              key={channel}
              title={t(`${channel}s`)}
              isFlush
              aside={
                mayWrite && (
                  <ButtonLink href={`/settings/targets/new?channel=${channel}`} size="xs">
                    {t(`new.${channel}`)}
                  </ButtonLink>
                )
              }
            >
              {found.length > 0 ? (
                <TargetTable label={t(`${channel}s`)} targets={found} />
              ) : (
                <Empty title={t(`none.${channel}`)}>{t(`noneHint.${channel}`)}</Empty>
              )}
            </Card>
          )
        })}
      </div>
    </div>
  )
}
