import { useTranslations } from 'next-intl'
import { ScoreBadge } from '@/components/ui/score-badge'
import type { ResponseDetail } from '@/pipeline/analyze/get-response'
import classes from './response.module.css'

const order = ['nps', 'csat', 'ces', 'sentiment']

/** The scores that have a category, large; questions' own numbers stand with their answers. */
export const ScoreStrip = ({ scores }: { scores: ResponseDetail['scores'] }) => {
  const t = useTranslations()
  const shown = scores
    .filter(({ metric }) => order.includes(metric))
    .sort((a, b) => order.indexOf(a.metric) - order.indexOf(b.metric))
  if (shown.length === 0) return null
  return (
    <ul className={classes.strip}>
      {shown.map((score) => (
        <li key={score.metric} className={classes.score}>
          <span className={classes.scoreName}>{t(`metrics.name.${score.metric as 'nps'}`)}</span>
          <ScoreBadge score={score} isLarge />
          {score.category && <span className={classes.scoreWord}>{t(`category.${score.category as 'promoter'}`)}</span>}
        </li>
      ))}
    </ul>
  )
}
