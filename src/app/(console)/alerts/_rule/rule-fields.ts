import { getTranslations } from 'next-intl/server'
import { channelLabel } from '@/components/format/channel-label'
import { topicLabel } from '@/components/format/topic-label'
import { localize } from '@/domain/localized'
import { TOPIC_KEYS } from '@/domain/text/text-insight'
import { answerWords } from '@/i18n/answer-words'
import type { RuleChoices } from '@/pipeline/design/get-rule-choices'
import type { FieldChoice } from '../../_conditions/field-choice'
import { type QuestionWords, questionFields } from '../../_conditions/question-fields'

/** What a rule's condition can ask: of every response, and of those at one touchpoint. */
export type RuleFields = { common: readonly FieldChoice[]; ofTouchpoint: Readonly<Record<string, readonly FieldChoice[]>> }

const languages = ['en', 'zh'] as const

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 77).trimEnd()}…` : text)

/** The fields that any response has, named in the reader's language. */
const commonFields = async ({ attributes, channels }: RuleChoices): Promise<FieldChoice[]> => {
  const [t, metrics, categories, topics, channelNames] = await Promise.all([
    getTranslations('ruleEditor'),
    getTranslations('metrics'),
    getTranslations('category'),
    getTranslations('topics'),
    getTranslations('channels'),
  ])
  const group = (name: 'score' | 'text' | 'customer' | 'event' | 'response') => t(`group.${name}`)
  const score = (name: 'nps' | 'csat' | 'ces', min: number, max: number): FieldChoice => ({
    field: `score.${name}`,
    label: metrics(`name.${name}`),
    group: group('score'),
    type: 'number',
    min,
    max,
  })
  return [
    score('nps', 0, 10),
    score('csat', 1, 5),
    score('ces', 1, 7),
    {
      field: 'text.label',
      label: t('field.label'),
      group: group('text'),
      type: 'choice',
      choices: (['negative', 'neutral', 'positive'] as const).map((value) => ({ value, label: categories(value) })),
    },
    { field: 'text.sentiment', label: t('field.sentiment'), group: group('text'), type: 'number', min: -1, max: 1 },
    {
      field: 'text.topics',
      label: t('field.topics'),
      group: group('text'),
      type: 'choice',
      choices: TOPIC_KEYS.map((value) => ({ value, label: topicLabel(topics, value) })),
    },
    {
      field: 'text.language',
      label: t('field.language'),
      group: group('text'),
      type: 'choice',
      choices: languages.map((value) => ({ value, label: t(`language.${value}`) })),
    },
    { field: 'customer.value', label: t('field.value'), group: group('customer'), type: 'number' },
    ...attributes.map(
      (name): FieldChoice => ({ field: `customer.${name}`, label: name, group: group('customer'), type: 'text' }),
    ),
    { field: 'customer.', label: t('field.otherAttribute'), group: group('customer'), type: 'text' },
    { field: 'event.', label: t('field.event'), group: group('event'), type: 'text' },
    {
      field: 'response.channel',
      label: t('field.channel'),
      group: group('response'),
      type: 'choice',
      choices: channels.map((value) => ({ value, label: channelLabel(channelNames, value) })),
    },
    {
      field: 'response.status',
      label: t('field.status'),
      group: group('response'),
      type: 'choice',
      choices: (['completed', 'partial'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
    },
    { field: 'response.locale', label: t('field.locale'), group: group('response'), type: 'text' },
    { field: 'response.source', label: t('field.source'), group: group('response'), type: 'text' },
    { field: 'context.', label: t('field.context'), group: group('response'), type: 'text' },
  ]
}

const distinct = (fields: readonly FieldChoice[]): FieldChoice[] => [...new Map(fields.map((one) => [one.field, one])).values()]

export const ruleFields = async (choices: RuleChoices, locale: string): Promise<RuleFields> => {
  const [t, common] = await Promise.all([getTranslations('ruleEditor'), commonFields(choices)])
  const words = answerWords(locale)
  const called: QuestionWords = {
    text: (text) => shorten(localize(text, locale)),
    part: (question, part) => `${question}: ${part}`,
    partName: (part) => words[part],
  }
  const places = [...new Set(choices.asked.map(({ touchpoint }) => touchpoint))]
  const fieldsAt = (place: string) =>
    choices.asked
      .filter(({ touchpoint }) => touchpoint === place)
      .flatMap(({ pages }) =>
        pages.flatMap(({ questions }) => questions.flatMap((one) => questionFields(one, t('group.answer'), called))),
      )
  return { common, ofTouchpoint: Object.fromEntries(places.map((place) => [place, distinct(fieldsAt(place))])) }
}
