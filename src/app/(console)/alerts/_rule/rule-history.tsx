import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import type { Rule } from '@/domain/alert/rule'
import { tellChanges } from '@/domain/programme/tell-changes'
import type { ProgrammeChange } from '@/pipeline/design/list-changes'
import { RestoreRule } from './restore-rule'
import classes from './rule.module.css'
import { RuleWords } from './rule-words'
import type { RuleNames } from './use-rule-words'

type RuleHistoryProps = { ruleKey: string; current: Rule; changes: readonly ProgrammeChange[]; names: RuleNames }

/** The parts of a rule that differ, once each, in the order in which a rule is read. */
const partsThatChanged = ({ before, after }: ProgrammeChange) => {
  const changed = new Set(tellChanges(before ?? {}, after ?? {}).map(({ path }) => path.split(/[.[]/, 1)[0]))
  return (['name', 'about', 'touchpoints', 'when', 'severity', 'notify', 'openCase', 'once', 'quiet', 'enabled'] as const).filter(
    (part) => changed.has(part),
  )
}

/** Who changed a rule, when, and what it said then; each version can be brought back. */
export const RuleHistory = ({ ruleKey, current, changes, names }: RuleHistoryProps) => {
  const t = useTranslations('ruleEditor')
  const [latest] = changes
  return (
    <Card title={t('history')}>
      <ol className={classes.history}>
        {changes.map((change) => (
          <li key={change.id}>
            <p>
              <b>{t('version', { version: change.version })}</b>{' '}
              <span className={classes.who}>
                {change.byName ?? change.by} · <Moment at={change.at} as="relative" />
              </span>
            </p>
            <p className={classes.who}>
              {change.before === null
                ? t('made')
                : change.after === null
                  ? t('ended')
                  : t('changed', {
                      parts: partsThatChanged(change)
                        .map((part) => t(`part.${part}`))
                        .join(', '),
                    })}
            </p>
            {change.after !== null && change !== latest && (
              <details>
                <summary>{t('said')}</summary>
                <RuleWords rule={change.after as Rule} names={names} />
                <RestoreRule ruleKey={ruleKey} current={current} former={change.after as Rule} version={change.version} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
