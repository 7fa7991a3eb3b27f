type Topics = { has: (key: 'communication') => boolean; (key: 'communication'): string }

/** A known topic by its label, any other by its own key. */
export const topicLabel = (t: Topics, topic: string): string =>
  t.has(topic as 'communication') ? t(topic as 'communication') : topic
