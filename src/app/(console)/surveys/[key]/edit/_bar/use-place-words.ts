import { useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { Draft, Place } from '@/domain/survey/edit/operation'
import { findAt, findQuestion, pageOf, pagesOf } from '@/domain/survey/edit/places'
import { holderOf } from '@/domain/survey/edit/same-place'

const shorten = (text: string): string => (text.length > 50 ? `${text.slice(0, 47).trimEnd()}…` : text)

/** Where something is, in words: the page, the question, the option. */
export const usePlaceWords = () => {
  const t = useTranslations('editor')
  const reader = useLocale()
  return (draft: Draft, place: Place): string => {
    const [kind, key = ''] = holderOf(place)
    const numberOf = (page: string | undefined) => pagesOf(draft).findIndex((one) => one.key === page) + 1
    if (kind === undefined) return place[0] === 'quota' ? t('place.quota', { key: place[1] }) : t('place.survey')
    if (kind === 'page') return t('place.page', { number: numberOf(key) })
    const question = findQuestion(draft, key)
    const text = shorten(localize(question?.text, reader)) || key
    const where = t('place.question', { page: numberOf(pageOf(draft, key)?.key), question: text })
    if (place.length !== 3) return where
    const option = findAt(draft, place) as { text?: string } | undefined
    return t('place.option', { where, option: shorten(localize(option?.text, reader)) || place[2] })
  }
}
