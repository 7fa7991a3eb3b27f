import type { PublishedVersion } from '../clashes'
import type { Question } from '../definition'

/**
 * What an editor has to know of the versions: the newest one whole, and of the older ones only what was asked under keys that
 * it no longer has. Far less than all of them, and the same clashes.
 */
export const remember = (versions: readonly PublishedVersion[]): PublishedVersion[] => {
  const [newest, ...older] = [...versions].sort((a, b) => b.number - a.number)
  if (!newest) return []
  const known = new Set(newest.definition.pages.flatMap(({ questions }) => questions.map(({ key }) => key)))
  const gone: Question[] = []
  for (const { definition } of older)
    for (const question of definition.pages.flatMap(({ questions }) => questions))
      if (!known.has(question.key)) {
        known.add(question.key)
        gone.push(question)
      }
  return gone.length === 0
    ? [newest]
    : [newest, { number: 0, definition: { ...newest.definition, pages: [{ questions: gone }] } }]
}
