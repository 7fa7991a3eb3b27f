import { useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { Template } from '@/domain/template/template'
import { useConditionWords } from '../../../_components/use-condition-words'
import { MakeButton } from './make-button'
import classes from './template.module.css'

/** A template: what it is for, what it asks, when it alerts, how to read what comes of it. */
export const TemplateCard = ({ template, mayDesign }: { template: Template; mayDesign: boolean }) => {
  const t = useTranslations('templates')
  const channels = useTranslations('channels')
  const dimensions = useTranslations('dimensions')
  const severities = useTranslations('severity')
  const kinds = useTranslations('survey')
  const words = useConditionWords(template.survey)
  const locale = useLocale()
  const { touchpoint, rule, survey } = template
  const name = localize(template.name, locale)
  const channel = channels.has(touchpoint.channel as 'web') ? channels(touchpoint.channel as 'web') : touchpoint.channel
  return (
    <article className={classes.card} aria-labelledby={`template-${template.key}`}>
      <h3 id={`template-${template.key}`} className={classes.name}>
        {name}
      </h3>
      <p className={classes.facts}>
        {[...new Set([localize(touchpoint.name, locale), channel, dimensions(touchpoint.dimension)])].join(' · ')}
      </p>
      <p>{localize(template.purpose, locale)}</p>
      <details className={classes.more}>
        <summary>{t('more')}</summary>
        <h4>{t('asks')}</h4>
        <ol>
          {survey.pages.flatMap(({ questions }) =>
            questions.map((question) => (
              <li key={question.key}>
                {localize(question.text, locale)} <small>{kinds(`kind.${question.kind}`)}</small>
              </li>
            )),
          )}
        </ol>
        <h4>{t('alerts')}</h4>
        <p>
          {localize(rule.name, locale)} ({severities(rule.severity)}): {words(rule.when)}
        </p>
        <h4>{t('reading')}</h4>
        <p>{localize(template.reading, locale)}</p>
      </details>
      {mayDesign && <MakeButton template={template.key} name={name} />}
    </article>
  )
}
