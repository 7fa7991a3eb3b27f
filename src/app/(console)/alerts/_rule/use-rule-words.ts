import { useLocale, useTranslations } from 'next-intl'
import type { About, AboutOf } from '@/domain/alert/about'
import type { Rule } from '@/domain/alert/rule'
import { type Localized, localize } from '@/domain/localized'
import { useConditionWords } from '../../_components/use-condition-words'
import type { FieldChoice } from '../../_conditions/field-choice'
import type { MetricName } from './metric-names'

type Named = { key: string; name: Localized }
/** Whom a rule's recipients and places are called by; what isn't among them goes by its key. */
export type RuleNames = {
  touchpoints: readonly Named[]
  /** of the organization's own */
  metrics?: readonly MetricName[]
  targets?: readonly { to: string; name: Localized }[]
  recipients?: readonly { value: string; name: Localized; isTeam: boolean }[]
}

/** What a rule does, as a person would say it. */
export const useRuleWords = (
  { touchpoints, metrics = [], recipients = [], targets = [] }: RuleNames,
  fields: readonly FieldChoice[] = [],
) => {
  const t = useTranslations('rules')
  const metric = useTranslations('metrics')
  const locale = useLocale()
  const words = useConditionWords(undefined, fields)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const nameOf = (key: string): string => {
    const own = metrics.find((one) => one.key === key)
    if (own) return localize(own.name, locale)
    return metric.has(`name.${key as 'nps'}`) ? metric(`name.${key as 'nps'}`) : key
  }
  /** Which way a rule's number has to go: one that isn't named may be any, of which one is worse by falling and another by rising. */
  const movedOf = (about: AboutOf<'shift'>): 'either' | 'worse' | 'fall' | 'riseForWorse' => {
    if (about.direction === 'either') return 'either'
    if (about.metric === undefined) return 'worse'
    return metrics.find(({ key }) => key === about.metric)?.better === 'less' ? 'riseForWorse' : 'fall'
  }
  const recipient = ({ to }: { to: string }) => {
    const [kind = '', ...rest] = to.split(':')
    const who = rest.join(':')
    const target = targets.find((one) => one.to === to)
    if (target) return t(`to.${kind as 'member'}`, { who: localize(target.name, locale) })
    const known = recipients.find(({ value, isTeam }) => value === who && isTeam === (kind === 'team'))
    return t(`to.${kind as 'member'}`, { who: known ? localize(known.name, locale) : who })
  }
  return {
    when: ({ when }: Pick<Rule, 'when'>): string => words(when),
    /** what a rule is about that isn't about single answers, and of which customers */
    about: ({ about, when }: { about: About; when?: Rule['when'] | undefined }): string => {
      const said = t(`about.${about.kind}`, {
        ...about,
        metric: 'metric' in about && about.metric ? nameOf(about.metric) : t('ownMetric'),
        moved: about.kind === 'shift' ? t(`moved.${movedOf(about)}`) : '',
      })
      const isAsked = when && !('all' in when && when.all.length === 0)
      return isAsked ? t('aboutWho', { about: said, who: words(when) }) : said
    },
    at: ({ touchpoints: places }: Pick<Rule, 'touchpoints'>): string =>
      places === 'all'
        ? ''
        : t('at', {
            places: list.format(places.map((key) => localize(touchpoints.find((one) => one.key === key)?.name ?? key, locale))),
          }),
    does: ({ openCase, notify }: Pick<Rule, 'openCase' | 'notify'>): string => {
      const mailed = notify.filter(({ by }) => by === 'email')
      const told = notify.filter(({ by }) => by !== 'email')
      const words = list.format([
        ...(openCase ? [t('opensCase')] : []),
        ...(mailed.length > 0 ? [t('mails', { who: list.format(mailed.map(recipient)) })] : []),
        ...(told.length > 0 ? [t('tells', { who: list.format(told.map(recipient)) })] : []),
      ])
      return words || t('nothing')
    },
    quiet: ({ quiet, severity }: { quiet?: Rule['quiet']; severity?: Rule['severity'] | undefined }): string =>
      quiet && (severity === 'low' || severity === 'medium') ? t('quiet', quiet) : '',
    once: ({ once }: Pick<Rule, 'once'>): string =>
      once ? t(once.per === 'customer' ? 'oncePerCustomer' : 'oncePerResponse', { hours: once.hours }) : '',
  }
}
