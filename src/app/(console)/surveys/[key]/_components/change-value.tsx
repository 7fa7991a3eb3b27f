import { useLocale, useTranslations } from 'next-intl'
import type { Condition } from '@/domain/condition/condition'
import { localize } from '@/domain/localized'
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
  if (typeof before === 'string' || typeof after === 'string') return ['']
  const [old = {}, now = {}] = [before, after]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((locale) => old[locale] !== now[locale])
}

/** Lists of a definition that have a short way to say them: quotas, thanks, languages, sites. */
const sayItem = (item: unknown, locale: string): string | undefined => {
  if (typeof item === 'string') return item
  if (typeof item !== 'object' || item === null) return undefined
  if ('limit' in item && 'key' in item) return `${String(item.key)} (${String(item.limit)})`
  return 'text' in item && isText(item.text) ? localize(item.text, locale) : undefined
}

/** One side of a change, in words where there are some and as the definition writes it otherwise. */
export const ChangeValue = ({ value, locale, definition }: { value: unknown; locale: string; definition: SurveyDefinition }) => {
  const t = useTranslations('versions')
  const words = useConditionWords(definition)
  const reader = useLocale()
  if (value === undefined) return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (isCondition(value)) return words(value)
  if (isText(value)) return typeof value === 'string' ? value : (value[locale] ?? Object.values(value).join(' / '))
  const items = Array.isArray(value) ? value.map((item) => sayItem(item, reader)) : [undefined]
  return items.every((item) => item !== undefined) ? items.join(' · ') : <code>{JSON.stringify(value)}</code>
}
