import { getTranslations } from 'next-intl/server'
import { topicLabel } from '@/components/format/topic-label'
import { Mark } from '@/components/ui/mark'
import { type Failure, isFailure } from '@/domain/errors'
import type { TopTopic as Topic } from '@/pipeline/analyze/get-top-topics'
import classes from './journey.module.css'

const boxes = { positive: 'high', neutral: 'middle', negative: 'low' } as const

/** What the newest answers at a touchpoint speak of most. It comes after the map: words are looked for answer by answer. */
export const TopTopic = async ({ id, topics }: { id: string; topics: Promise<Map<string, Topic> | Failure> }) => {
  const [t, names, categories, found] = await Promise.all([
    getTranslations('journey'),
    getTranslations('topics'),
    getTranslations('category'),
    topics,
  ])
  if (isFailure(found)) return <p className={classes.topic}>{t('topicsSlow')}</p>
  const topic = found.get(id)
  if (!topic) return <p className={classes.topic}>{t('noTopic')}</p>
  const name = topicLabel(names, topic.topic)
  return (
    <p className={classes.topic} title={t('topic', { topic: name, n: topic.n, of: topic.of })}>
      <Mark box={boxes[topic.label]} size={9} label={categories(topic.label)} />
      <span>{name}</span>
      <small>{t('topicCount', { n: topic.n, of: topic.of })}</small>
    </p>
  )
}
