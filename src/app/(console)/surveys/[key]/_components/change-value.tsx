import { useTranslations } from 'next-intl'
import type { Condition } from '@/domain/condition/condition'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { useConditionWords } from '../../../_components/use-condition-words'

const isText = (value: unknown): value is string | Readonly<Record<string, string>> =>
  typeof value === 'string' ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0 &&
    Object.values(value).every((text) => typeof text === 'string'))

const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && ['field', 'all', 'any', 'not'].some((name) => name in value)

/** The locales in which two texts differ; '' for a text that has one for all. */
export const differingLocales = (before: unknown, after: unknown): string[] | undefined => {
  if (!(isText(before) || before === undefined) || !(isText(after) || after === undefined)) return undefined
  if (typeof before !== 'object' || typeof after !== 'object') return ['']
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((locale) => before[locale] !== after[locale])
}

/** One side of a change, in words where there are some and as the definition writes it otherwise. */
export const ChangeValue = ({ value, locale, definition }: { value: unknown; locale: string; definition: SurveyDefinition }) => {
  const t = useTranslations('versions')
  const words = useConditionWords(definition)
  if (value === undefined) return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (isCondition(value)) return words(value)
  if (isText(value)) return typeof value === 'string' ? value : (value[locale] ?? Object.values(value).join(' / '))
  return <code>{JSON.stringify(value)}</code>
}
