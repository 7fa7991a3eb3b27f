import type { useTranslations } from 'next-intl'
import type { Answered } from '@/domain/analysis/spread'
import { localize } from '@/domain/localized'
import type { OwnDistribution } from '@/pipeline/analyze/get-own-distribution'

const unworded = ['yes', 'no', 'other'] as const
type Unworded = (typeof unworded)[number]

/** An answer that every question of its kind takes, without a text in the survey: consent, and words of one's own. */
export const isUnworded = (option: string, texts: OwnDistribution['texts']): option is Unworded =>
  (unworded as readonly string[]).includes(option) && texts[option] === option

/** What stands before a bar, in the reader's language. */
export const answeredInWords = (
  t: ReturnType<typeof useTranslations<'charts'>>,
  answered: Answered,
  texts: OwnDistribution['texts'],
  locale: string,
): string => {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  if ('option' in answered) {
    const text = texts[answered.option]
    if (isUnworded(answered.option, texts)) return t(`options.${answered.option}`)
    return text === undefined ? answered.option : localize(text, locale) || answered.option
  }
  if ('rest' in answered) return t('options.rest')
  if ('value' in answered) return numbers.format(answered.value)
  const { from, to, isLast } = answered
  if (from === null) return to === null ? t('range.any') : t('range.under', { to: numbers.format(to) })
  if (to === null) return t('range.from', { from: numbers.format(from) })
  return t(isLast ? 'range.through' : 'range.between', { from: numbers.format(from), to: numbers.format(to) })
}
