import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Moment } from '@/components/ui/moment'
import { localize } from '@/domain/localized'
import type { TargetView } from '@/pipeline/design/find-targets'
import classes from './target.module.css'
import { TargetState, troubleOf } from './target-state'

/** Until when the former secret signs along, where it does. */
export const FormerSecret = ({ until }: { until: Date | null }) => {
  const t = useTranslations('targets')
  return until === null ? null : (
    <p>
      {t('bothSign')} <Moment at={until} as="full" />
    </p>
  )
}

/** How it stands, and who names it. */
export const TargetFacts = ({ target, locale }: { target: TargetView; locale: string }) => {
  const t = useTranslations('targets')
  const { channel, key, url, app, rules, waiting, disabledAt, createdAt } = target
  const reason = troubleOf(target)
  return (
    <Card title={t('facts')}>
      <Facts
        facts={[
          { name: t('column.state'), value: <TargetState reason={reason} /> },
          { name: t('since'), value: disabledAt && <Moment at={disabledAt} as="full" /> },
          { name: t('why'), value: reason && t(`why_${reason}`) },
          { name: t('named'), value: <code>{`${channel}:${key}`}</code> },
          { name: t('appLabel'), value: app && t(`app.${app}`) },
          { name: t('url'), value: <span className={classes.url}>{url}</span> },
          { name: t('wordsFact'), value: t(target.words ? 'words_true' : 'words_false') },
          { name: t('waitingLabel'), value: waiting > 0 ? waiting : null },
          {
            name: t('rules'),
            value:
              rules.length === 0 ? null : (
                <ul className={classes.rules}>
                  {rules.map((rule) => (
                    <li key={rule.key}>
                      <Link prefetch={false} href={`/alerts/rules/${rule.key}`}>
                        {localize(rule.name, locale)}
                      </Link>
                    </li>
                  ))}
                </ul>
              ),
          },
          { name: t('made'), value: <Moment at={createdAt} as="day" /> },
        ]}
      />
    </Card>
  )
}
