import type { Draft, Operation, Place } from './operation'
import { findAt, pagesOf } from './places'

type Renamed = { question: string; part?: string | undefined; to: string }

const escaped = (text: string): string => text.replace(/[-]/g, '\\-')

/** A value that quotes or asks for a key, with the new key in it; the very same value where it does neither. */
const rewrite = (value: unknown, { question, part, to }: Renamed): unknown => {
  const key = escaped(question)
  const name = part === undefined ? `answer\\.${key}(?=[.]|$)` : `answer\\.${key}\\.${escaped(part)}$`
  const field = new RegExp(`^${name}`)
  const quoted =
    part === undefined
      ? new RegExp(`(\\{\\{\\s*answer\\.)${key}(?=[.\\s|}])`, 'g')
      : new RegExp(`(\\{\\{\\s*answer\\.${key}\\.)${escaped(part)}(?=[\\s|}])`, 'g')
  const target = part === undefined ? `answer.${to}` : `answer.${question}.${to}`
  const asksFor = new RegExp(`^answer\\.${key}([.]|$)`)
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return one.includes('{{') ? one.replace(quoted, `$1${to}`) : one
    if (typeof one !== 'object' || one === null) return one
    if (Array.isArray(one)) {
      const items = one.map(walk)
      return items.some((item, at) => item !== one[at]) ? items : one
    }
    const entries = Object.entries(one)
    const isLeaf = typeof (one as { field?: unknown }).field === 'string' && Object.hasOwn(one, 'op')
    const changed = entries.map(([member, inner]): [string, unknown] => {
      if (!isLeaf) return [member, walk(inner)]
      if (member === 'field') return [member, String(inner).replace(field, target)]
      if (member !== 'value' || part === undefined || !asksFor.test(String((one as { field: string }).field)))
        return [member, inner]
      if (Array.isArray(inner)) return [member, inner.includes(part) ? inner.map((item) => (item === part ? to : item)) : inner]
      return [member, inner === part ? to : inner]
    })
    return changed.some(([, inner], at) => inner !== entries[at]?.[1]) ? Object.fromEntries(changed) : one
  }
  return walk(value)
}

/** Every place of a draft that has members of its own, but for the survey's lists of them. */
const placesIn = (draft: Draft): [Place, readonly string[]][] => [
  [[], ['pages', 'quotas']],
  ...pagesOf(draft).flatMap(({ key, questions }): [Place, readonly string[]][] => [
    [['page', key], ['questions']],
    ...questions.map((question): [Place, readonly string[]] => [['question', question.key], []]),
  ]),
  ...(draft.quotas ?? []).map(({ key }): [Place, readonly string[]] => [['quota', key], []]),
]

/** The sets that make all logic and all texts ask for the new key instead of the old one. */
const followers = (draft: Draft, renamed: Renamed): (Operation & { do: 'set' })[] =>
  placesIn(draft).flatMap(([at, except]) =>
    Object.entries(findAt(draft, at) ?? {}).flatMap(([name, was]): (Operation & { do: 'set' })[] => {
      if (except.includes(name) || typeof was === 'boolean' || typeof was === 'number') return []
      const to = rewrite(was, renamed)
      return to === was ? [] : [{ do: 'set', at, name, was, to }]
    }),
  )

/** The sets that make all but the question itself ask for its new key. */
export const followersOf = (draft: Draft, question: string, to: string) =>
  followers(draft, { question, to }).filter(({ at }) => at[0] !== 'question' || at[1] !== question)

/** A question or an option under another key, with all that asks for it and quotes it. */
export const renameKey = (draft: Draft, place: Exclude<Place, readonly []>, to: string): Operation[] => {
  const was = place[place.length - 1] as string
  const operation: Operation = { do: 'set', at: place, name: 'key', was, to }
  if (place[0] === 'question') return [...followers(draft, { question: was, to }), operation]
  if (place[0] === 'page')
    return [
      ...pagesOf(draft).flatMap(({ key, jumps }): Operation[] =>
        jumps?.some(({ page }) => page === was)
          ? [
              {
                do: 'set',
                at: ['page', key],
                name: 'jumps',
                was: jumps,
                to: jumps.map((jump) => (jump.page === was ? { ...jump, page: to } : jump)),
              },
            ]
          : [],
      ),
      operation,
    ]
  return place[0] === 'quota' ? [operation] : [...followers(draft, { question: place[1], part: was, to }), operation]
}
