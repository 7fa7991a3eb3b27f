import { useLocale, useTranslations } from 'next-intl'
import { channelLabel } from '@/components/format/channel-label'
import { conditionWords } from '@/components/format/condition-words'
import { topicLabel } from '@/components/format/topic-label'
import type { Condition } from '@/domain/condition/condition'
import { localize } from '@/domain/localized'
import { optionsOf, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import type { FieldChoice } from '../_conditions/field-choice'

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text)

/**
 * Conditions as sentences. With a survey's definition, its questions and options are called by their own texts; with the
 * fields of an editor, all that it offers is called as it calls it.
 */
export const useConditionWords = (definition?: SurveyDefinition, fields: readonly FieldChoice[] = []) => {
  const words = {
    t: useTranslations('conditions'),
    metrics: useTranslations('metrics'),
    categories: useTranslations('category'),
    topics: useTranslations('topics'),
    channels: useTranslations('channels'),
  }
  return conditionWordsIn(words, useLocale(), definition, fields)
}

type Words = {
  t: ReturnType<typeof useTranslations<'conditions'>>
  metrics: ReturnType<typeof useTranslations<'metrics'>>
  categories: ReturnType<typeof useTranslations<'category'>>
  topics: ReturnType<typeof useTranslations<'topics'>>
  channels: ReturnType<typeof useTranslations<'channels'>>
}

/** The same for where there are no hooks. */
export const conditionWordsIn = (
  { t, metrics, categories, topics, channels }: Words,
  locale: string,
  definition?: SurveyDefinition,
  fields: readonly FieldChoice[] = [],
) => {
  const questionOf = (field: string) =>
    field.startsWith('answer.') && definition ? questionsOf(definition).find(({ key }) => `answer.${key}` === field) : undefined

  const offered = (field: string) => fields.find((choice) => choice.field === field)

  const fieldOf = (field: string): string => {
    const choice = offered(field)
    if (choice) return field.startsWith('answer.') ? t('quoted', { text: shorten(choice.label) }) : choice.label
    const question = questionOf(field)
    if (question) return t('quoted', { text: shorten(localize(question.text, locale)) })
    const [scope = '', name = ''] = field.split(/\.(.*)/s)
    if (scope === 'score' || scope === 'answer')
      return metrics.has(`name.${name as 'nps'}`) ? metrics(`name.${name as 'nps'}`) : name
    return t.has(`field.${field.replace('.', '_') as 'text_sentiment'}`)
      ? t(`field.${field.replace('.', '_') as 'text_sentiment'}`)
      : t(`scope.${scope as 'customer'}`, { name })
  }

  const shownValue = (field: string, value: string | number | boolean): string => {
    if (typeof value !== 'string')
      return typeof value === 'boolean'
        ? t(value ? 'true' : 'false')
        : new Intl.NumberFormat(locale).format(value).replace('-', '−')
    const choice = offered(field)?.choices?.find((one) => one.value === value)
    if (choice) return field.startsWith('answer.') ? t('quoted', { text: choice.label }) : choice.label
    const question = questionOf(field)
    const option = question && optionsOf(question).find(({ key }) => key === value)
    if (option) return t('quoted', { text: localize(option.text, locale) })
    if (field === 'text.sentiment' && categories.has(value as 'positive')) return categories(value as 'positive')
    if (field === 'text.topics') return topicLabel(topics, value)
    return field === 'response.channel' ? channelLabel(channels, value) : value
  }

  const join = (type: 'conjunction' | 'disjunction') => (parts: readonly string[]) =>
    new Intl.ListFormat(locale, { type }).format(parts)
  return (condition: Condition): string =>
    conditionWords(condition, {
      leaf: (op, field, value) => t(`op.${op}`, { field, value }),
      not: (words) => t('not', { words }),
      all: join('conjunction'),
      any: join('disjunction'),
      list: join('disjunction'),
      fieldOf,
      valueOf: shownValue,
    })
}
