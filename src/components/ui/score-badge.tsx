import { useLocale, useTranslations } from 'next-intl'
import { boxOfCategory } from '../format/box-of-category'
import { Mark } from './mark'
import classes from './score-badge.module.css'

type Score = { metric: string; value: number; category: string | null }

const scaleOf: Readonly<Record<string, number>> = { nps: 10, csat: 5, ces: 7 }

/** `most`: the highest answer that a question takes whose scale its metric doesn't tell. */
type ScoreBadgeProps = { score: Score | null; most?: number | null | undefined; isLarge?: boolean }

/** One answer's score with its shape: ▼ 2/10. */
export const ScoreBadge = ({ score, most, isLarge = false }: ScoreBadgeProps) => {
  const t = useTranslations()
  const locale = useLocale()
  if (!score) return <span className={classes.none}>–</span>
  const box = boxOfCategory(score.category)
  const scale = scaleOf[score.metric] ?? most
  const category = score.category ? t(`category.${score.category as 'promoter'}`) : undefined
  return (
    <span className={isLarge ? classes.large : classes.badge} title={category}>
      {box && <Mark box={box} {...(category ? { label: category } : {})} size={isLarge ? 14 : 10} />}
      <span>
        {new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(score.value).replace('-', '−')}
        {scale && <small>/{scale}</small>}
      </span>
    </span>
  )
}
