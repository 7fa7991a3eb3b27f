import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { channelLabel } from '@/components/format/channel-label'
import { languageName } from '@/components/format/language-name'
import { localize } from '@/domain/localized'
import type { Place } from '@/domain/survey/edit/operation'
import { answerWords } from '@/i18n/answer-words'
import type { FieldChoice } from '../../../../_conditions/field-choice'
import { useDraft } from '../_store/use-editor'
import { fieldChoices } from './field-choices'

const channels = ['web', 'email', 'sms', 'app', 'phone', 'kiosk', 'shop_qr', 'qr', 'chat', 'wechat', 'shop', 'api']
const shorten = (text: string): string => (text.length > 70 ? `${text.slice(0, 67).trimEnd()}…` : text)

/** What logic at this place can ask about, in the reader's words. */
export const useFieldChoices = (at: Place | 'end', isAfterPage = false): readonly FieldChoice[] => {
  const t = useTranslations('editor.logic')
  const survey = useTranslations('survey')
  const channelWords = useTranslations('channels')
  const locale = useLocale()
  const names = answerWords(locale)
  const draft = useDraft()
  const key = at === 'end' ? at : at.join('/')
  // biome-ignore lint/correctness/useExhaustiveDependencies: translators are the same as long as the language is; `key` is the place
  return useMemo(
    () =>
      fieldChoices(
        draft,
        at,
        {
          text: (text) => shorten(localize(text, locale)),
          part: (question, part) => `${question}: ${part}`,
          partName: (part) => names[part],
          page: (number) => survey('page', { number }),
          around: {
            group: t('around'),
            locale: t('locale'),
            channel: t('channel'),
            source: t('source'),
            context: t('context'),
          },
          channels: channels.map((value) => ({ value, label: channelLabel(channelWords, value) })),
          languages: draft.locales.map((value) => ({ value, label: languageName(value, locale) })),
        },
        isAfterPage,
      ),
    [draft, key, isAfterPage, locale],
  )
}
