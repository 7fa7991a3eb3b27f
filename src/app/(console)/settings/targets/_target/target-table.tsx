import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import { mutedCell, Table, tightCell } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import type { TargetView } from '@/pipeline/design/find-targets'
import { DeliveryState } from '../../../_components/delivery-state'
import classes from './target.module.css'
import { TargetState, troubleOf } from './target-state'

const columns = ['name', 'toldOf', 'state', 'last'] as const

/** Webhooks or chats, each with where it leads, what it is told of, and how its last message fared. */
export const TargetTable = ({ label, targets }: { label: string; targets: readonly TargetView[] }) => {
  const t = useTranslations('targets')
  const locale = useLocale()
  return (
    <Table label={label} head={columns.map((key) => ({ key, label: t(`column.${key}`) }))} isList>
      {targets.map(({ id, channel, key, name, url, app, events, rules, waiting, last, disabledReason, isReadable }) => (
        <tr key={id}>
          <td>
            <div>
              <Link prefetch={false} href={`/settings/targets/${channel}/${key}`}>
                {name === null ? key : localize(name, locale)}
              </Link>
              <div className={classes.url}>{app === null ? url : t(`app.${app}`)}</div>
            </div>
          </td>
          <td className={mutedCell}>
            {[
              events.length > 0 && t('countEvents', { count: events.length }),
              rules.length > 0 && t('countRules', { count: rules.length }),
            ]
              .filter(Boolean)
              .join(' · ') || t('toldOfNothing')}
          </td>
          <td>
            <TargetState reason={troubleOf({ disabledReason, isReadable })} />
          </td>
          <td className={tightCell}>
            {last ? (
              <div>
                <DeliveryState status={last.status} mode={null} />{' '}
                <span className={classes.quiet}>
                  <Moment at={last.at} as="relative" />
                </span>
                {waiting > 0 && <div className={classes.quiet}>{t('waiting', { count: waiting })}</div>}
              </div>
            ) : (
              <span className={mutedCell}>{t('nothingYet')}</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
