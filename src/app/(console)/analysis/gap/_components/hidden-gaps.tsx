import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { HiddenNumber } from '@/components/ui/hidden-number'
import { localize } from '@/domain/localized'
import type { GapQuestion } from '@/domain/survey/question'

type HiddenGapsProps = { questions: readonly GapQuestion[]; least: number; locale: string }

/** The dimensions that an anonymous survey has too few answers on to be told. */
export const HiddenGaps = ({ questions, least, locale }: HiddenGapsProps) => {
  const t = useTranslations('gap')
  const dimensions = useTranslations('dimensions')
  const names = questions.map(({ dimension, text }) => (dimension ? dimensions(dimension as 'product') : localize(text, locale)))
  return (
    <Card title={t('hidden', { names: new Intl.ListFormat(locale).format(names) })}>
      <HiddenNumber least={least} />
    </Card>
  )
}
