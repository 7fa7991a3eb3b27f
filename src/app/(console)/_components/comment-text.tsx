import { useTranslations } from 'next-intl'
import { boxOfCategory } from '@/components/format/box-of-category'
import { topicLabel } from '@/components/format/topic-label'
import { Mark } from '@/components/ui/mark'
import classes from './comment-text.module.css'
import { type EvidenceTopic, evidenceOf, moodOf } from './evidence'

type CommentTextProps = { text: string; insight: { label: string; topics: readonly EvidenceTopic[] } | null; isLarge?: boolean }

/** A customer's words, whole, with the passages that a topic was read from marked, and the topics beneath. */
export const CommentText = ({ text, insight, isLarge = false }: CommentTextProps) => {
  const t = useTranslations()
  const topics = useTranslations('topics')
  const mood = boxOfCategory(insight?.label)
  const keys = [...new Set(insight?.topics.map(({ key }) => key))]
  return (
    <div className={classes.comment}>
      <blockquote className={isLarge ? classes.large : classes.words} dir="auto">
        {evidenceOf(text, insight?.topics ?? []).map((part) =>
          part.topics.length > 0 ? (
            <mark
              key={part.start}
              className={classes.mark}
              data-mood={moodOf(part.topics)}
              title={part.topics.map(({ key }) => topicLabel(topics, key)).join(', ')}
            >
              {part.text}
            </mark>
          ) : (
            <span key={part.start}>{part.text}</span>
          ),
        )}
      </blockquote>
      {insight && (
        <ul className={classes.topics}>
          {mood && (
            <li>
              <Mark box={mood} size={9} /> {t(`category.${insight.label as 'positive'}`)}
            </li>
          )}
          {keys.map((key) => (
            <li key={key}>
              <Mark box={boxOfCategory(moodOf(insight.topics.filter((topic) => topic.key === key))) ?? 'middle'} size={9} />
              {topicLabel(topics, key)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
