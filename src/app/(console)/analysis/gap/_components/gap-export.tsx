import { useTranslations } from 'next-intl'
import { RangeExport } from '@/components/charts/range-export'
import { gapRange } from '@/domain/survey/question'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'
import { useGapWords } from './use-gap-words'

/** The gaps as a picture or a table of their own. */
export const GapExport = ({ gaps, locale }: { gaps: readonly MeasuredGap[]; locale: string }) => {
  const t = useTranslations('gap')
  const { nameOf, signed, spread } = useGapWords(locale)
  const counts = new Intl.NumberFormat(locale)
  return (
    <RangeExport
      title={t('title')}
      note={`${t('pictureNote')} ${t('compareText')}`}
      domain={[gapRange.low, gapRange.high]}
      rows={gaps.map((gap) => ({
        name: nameOf(gap),
        from: gap.expectation,
        to: gap.experience,
        at: gap.experience,
        said: `${signed(gap.satisfaction.value)} ${spread(gap.satisfaction)} · n ${counts.format(gap.n)}`,
        tone: gap.experience < gap.expectation ? 'negative' : 'positive',
      }))}
      table={{
        head: [t('dimension'), t('experience'), t('expectation'), t('satisfaction'), t('importance'), t('weighted'), 'n'],
        rows: gaps.map((gap) => [
          nameOf(gap),
          gap.experience,
          gap.expectation,
          gap.satisfaction.value,
          gap.importance,
          gap.weighted,
          gap.n,
        ]),
      }}
    />
  )
}
