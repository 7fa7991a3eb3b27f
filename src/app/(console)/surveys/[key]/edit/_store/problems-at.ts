import type { Place } from '@/domain/survey/edit/operation'
import type { Problem } from '@/domain/survey/edit/problem'

const none: readonly Problem[] = []

type Index = { at: ReadonlyMap<string, readonly Problem[]>; pages: ReadonlySet<string>; questions: ReadonlySet<string> }

const indexed = new WeakMap<readonly Problem[], Index>()

/** Every row and every field asks: hundreds of them, at each edit. */
const indexOf = (problems: readonly Problem[]): Index => {
  const known = indexed.get(problems)
  if (known) return known
  const at = new Map<string, Problem[]>()
  const [pages, questions] = [new Set<string>(), new Set<string>()]
  for (const problem of problems) {
    const { place } = problem
    const id = place.join('/')
    at.set(id, [...(at.get(id) ?? []), problem])
    if (place.length > 0) (place[0] === 'page' ? pages : questions).add(place[1] as string)
  }
  const index = { at, pages, questions }
  indexed.set(problems, index)
  return index
}

/** What is wrong at exactly this place. The very same list as long as the problems are. */
export const problemsAt = (problems: readonly Problem[], place: Place): readonly Problem[] =>
  indexOf(problems).at.get(place.join('/')) ?? none

export const hasProblem = (problems: readonly Problem[], kind: 'page' | 'question', key: string): boolean =>
  indexOf(problems)[`${kind}s`].has(key)
