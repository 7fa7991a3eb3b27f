import { useTranslations } from 'next-intl'
import type { Rule } from '@/domain/alert/rule'
import type { FieldChoice } from '../../_conditions/field-choice'
import classes from './rule.module.css'
import { type RuleNames, useRuleWords } from './use-rule-words'

type Props = {
  rule: Pick<Rule, 'touchpoints' | 'openCase' | 'notify'> & {
    when?: Rule['when'] | undefined
    about?: Rule['about']
    once?: Rule['once']
    quiet?: Rule['quiet']
    severity?: Rule['severity']
  }
  names: RuleNames
  fields?: readonly FieldChoice[]
}

/** When it fires and what it then does, in two sentences. */
export const RuleWords = ({ rule, names, fields }: Props) => {
  const t = useTranslations('rules')
  const words = useRuleWords(names, fields)
  const { when, about } = rule
  const once = words.once(rule)
  const quiet = words.quiet(rule)
  return (
    <div className={classes.words}>
      <p>
        <b>{t('when')}</b> {about ? words.about({ about, when }) : when ? words.when({ when }) : '…'}{' '}
        {about?.kind === 'dead_deliveries' ? '' : words.at(rule)}
      </p>
      <p>
        <b>{t('then')}</b> {words.does(rule)}
        {once && ` · ${once}`}
        {quiet && ` · ${quiet}`}
      </p>
    </div>
  )
}
