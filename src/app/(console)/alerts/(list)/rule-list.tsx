import { useTranslations } from 'next-intl'
import { Empty } from '@/components/ui/empty'
import { Moment } from '@/components/ui/moment'
import { SeverityTag } from '@/components/ui/severity'
import { type Localized, localize } from '@/domain/localized'
import type { RuleSummary } from '@/pipeline/alert/find-alerts'
import { useConditionWords } from '../../_components/use-condition-words'
import classes from './alerts.module.css'

type Notify = RuleSummary['definition']['notify'][number]

type RuleListProps = { rules: readonly RuleSummary[]; touchpoints: readonly { key: string; name: Localized }[]; locale: string }

/** What each rule does, as a person would say it. */
export const RuleList = ({ rules, touchpoints, locale }: RuleListProps) => {
  const t = useTranslations('rules')
  const words = useConditionWords()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const placeName = (key: string) => localize(touchpoints.find((one) => one.key === key)?.name ?? key, locale)
  const recipient = ({ to }: Notify) => {
    const [kind = '', ...rest] = to.split(':')
    return t(`to.${kind as 'member'}`, { who: rest.join(':') })
  }
  if (rules.length === 0) return <Empty title={t('none')}>{t.rich('noneHint', { code: (text) => <code>{text}</code> })}</Empty>
  return (
    <ul>
      {rules.map(({ key, definition, isEnabled, version, fired, lastFiredAt }) => (
        <li key={key} className={classes.rule}>
          <div className={classes.ruleHead}>
            <h2>{localize(definition.name, locale)}</h2>
            <SeverityTag severity={definition.severity} />
            {!isEnabled && <span className={classes.off}>{t('off')}</span>}
          </div>
          <p>
            <b>{t('when')}</b> {words(definition.when)}
            {definition.touchpoints !== 'all' && ` ${t('at', { places: list.format(definition.touchpoints.map(placeName)) })}`}
          </p>
          <p>
            <b>{t('then')}</b>{' '}
            {list.format([
              ...(definition.openCase ? [t('opensCase')] : []),
              ...(definition.notify.length > 0 ? [t('mails', { who: list.format(definition.notify.map(recipient)) })] : []),
            ]) || t('nothing')}
            {definition.once &&
              ` · ${t(definition.once.per === 'customer' ? 'oncePerCustomer' : 'oncePerResponse', { hours: definition.once.hours })}`}
          </p>
          <p className={classes.ruleMeta}>
            <span>{t('fired', { count: fired })}</span>
            {lastFiredAt && (
              <span>
                {t('last')} <Moment at={lastFiredAt} as="relative" />
              </span>
            )}
            <span>{t('version', { version })}</span>
            <code>{key}</code>
          </p>
        </li>
      ))}
    </ul>
  )
}
