import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { formatDuration } from '@/components/format/format-duration'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import type { SystemStatus } from '@/pipeline/operate/get-system-status'
import classes from './status.module.css'

/** What rows still owe, whatever the queue says; and the messages that need a person. */
export const DueWorkCard = ({ system, locale }: { system: SystemStatus; locale: string }) => {
  const t = useTranslations('status')
  const { due, deliveries } = system
  const number = new Intl.NumberFormat(locale)
  return (
    <Card title={t('due')}>
      <Facts
        facts={[
          { name: t('unscored'), value: number.format(due.unscored) },
          { name: t('unevaluated'), value: number.format(due.unevaluated) },
          {
            name: t('oldest'),
            value: due.oldestSeconds > 0 ? formatDuration(due.oldestSeconds * 1000, locale) : t('nothingWaits'),
          },
          {
            name: t('mailWaiting'),
            value: (
              <Link prefetch={false} href="/deliveries?view=waiting">
                {number.format(deliveries.pending + deliveries.retrying)}
              </Link>
            ),
          },
          {
            name: t('mailDead'),
            value: (
              <Link prefetch={false} href="/deliveries?view=dead" className={deliveries.dead > 0 ? classes.dead : undefined}>
                {number.format(deliveries.dead)}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  )
}
