'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import { betterOf } from '@/domain/metric/better'
import {
  type Defined,
  type IndexDefinition,
  isHeadlineMetric,
  type OwnDefinition,
  type StandardDefinition,
} from '@/domain/metric/definition'
import { boxesInWords, nameOf } from '@/domain/metric/tell-definition'
import classes from './definition-words.module.css'
import { useDefined, useDefinitionOf } from './definitions'

const useParts = () => {
  const t = useTranslations('definitions')
  const locale = useLocale()
  const definitionOf = useDefinitionOf()
  return ({ parts }: IndexDefinition): string => {
    const names = parts.map(({ metric, weight }) => {
      const definition = definitionOf(metric)?.definition
      const name = metric === 'sentiment' ? t('sentiment') : definition ? nameOf(metric, definition, locale) : metric
      return t('part', { name, weight })
    })
    return new Intl.ListFormat(locale).format(names)
  }
}

/** How a metric is counted, in the reader's language. */
export const useHowCounted = () => {
  const t = useTranslations('definitions')
  const locale = useLocale()
  const tellParts = useParts()
  const tellOwn = (definition: OwnDefinition): string => {
    if (definition.of === 'index') return t('index', { parts: tellParts(definition) })
    const { question } = definition
    if (definition.of === 'mean')
      return definition.scale ? t('meanOnScale', { question, ...definition.scale }) : t('mean', { question })
    return definition.options
      ? t('shareOf', { question, options: new Intl.ListFormat(locale, { type: 'disjunction' }).format(definition.options) })
      : t('shareFrom', { question, from: definition.positiveFrom ?? 0 })
  }
  return ({ key, definition }: Pick<Defined, 'key' | 'definition'>): string =>
    isHeadlineMetric(key) ? t(key, boxesInWords(key, definition as StandardDefinition)) : tellOwn(definition as OwnDefinition)
}

/** How the metric of that name is counted now, in one line; undefined where nothing defines it. */
export const useDefinitionLine = (metric: string): string | undefined => {
  const defined = useDefined(metric)
  const howCounted = useHowCounted()
  return defined && howCounted(defined)
}

/** A definition in words, with its version: what a number is counted by. `isShort`: without what the metric is about. */
export const DefinitionWords = ({ defined, isShort = false }: { defined: Defined; isShort?: boolean }) => {
  const t = useTranslations('definitions')
  const glossary = useTranslations('glossary')
  const locale = useLocale()
  const format = useFormatter()
  const howCounted = useHowCounted()
  const { key, version, since, definition } = defined
  const description = 'description' in definition && definition.description ? localize(definition.description, locale) : null
  const surveys = 'surveys' in definition ? definition.surveys : undefined
  return (
    <div className={classes.words}>
      {isHeadlineMetric(key) && !isShort && <p>{glossary(`${key}.text`)}</p>}
      {description && !isShort && <p>{description}</p>}
      <p>{howCounted(defined)}</p>
      {betterOf(definition) === 'less' && <p>{t('lessIsBetter')}</p>}
      {surveys && <p>{t('surveys', { surveys: new Intl.ListFormat(locale).format(surveys) })}</p>}
      {definition.least > 1 && <p>{t('least', { least: definition.least })}</p>}
      <p className={classes.version}>
        {since
          ? t('since', { version, date: format.dateTime(new Date(since), { dateStyle: 'long' }) })
          : t('delivered', { version })}
      </p>
    </div>
  )
}
