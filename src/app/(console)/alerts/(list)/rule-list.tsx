import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Empty } from '@/components/ui/empty'
import { Moment } from '@/components/ui/moment'
import { SeverityTag } from '@/components/ui/severity'
import { localize } from '@/domain/localized'
import type { RuleSummary } from '@/pipeline/alert/find-alerts'
import { RuleWords } from '../_rule/rule-words'
import type { RuleNames } from '../_rule/use-rule-words'
import classes from './alerts.module.css'
import { RuleSwitch } from './rule-switch'

type RuleListProps = { rules: readonly RuleSummary[]; names: RuleNames; locale: string; mayDesign: boolean }

/** What each rule does, as a person would say it. */
export const RuleList = ({ rules, names, locale, mayDesign }: RuleListProps) => {
  const t = useTranslations('rules')
  if (rules.length === 0) return <Empty title={t('none')}>{t('noneHint')}</Empty>
  return (
    <ul>
      {rules.map(({ key, definition, isEnabled, version, fired, lastFiredAt }) => {
        const name = localize(definition.name, locale)
        return (
          <li key={key} className={classes.rule}>
            <div className={classes.ruleHead}>
              <h2>
                {mayDesign ? (
                  <Link prefetch={false} href={`/alerts/rules/${key}`}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </h2>
              <SeverityTag severity={definition.severity} />
              {mayDesign ? (
                <span className={classes.switch}>
                  <RuleSwitch ruleKey={key} name={name} isEnabled={isEnabled} />
                </span>
              ) : (
                !isEnabled && <span className={classes.off}>{t('off')}</span>
              )}
            </div>
            <RuleWords rule={definition} names={names} />
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
        )
      })}
    </ul>
  )
}
