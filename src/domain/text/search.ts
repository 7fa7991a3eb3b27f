import { type SearchTerm, searchTerms } from './search-terms'

/** Terms that must stand together, each `distance` places behind the first; `isPrefix` where only its beginning is given. */
type Clause = readonly { term: string; distance: number; isPrefix: boolean }[]

/** What is looked for: all clauses must be found in one answer. */
export type TextSearch = { clauses: readonly Clause[] }

const mostClauses = 16
const quoted = /"([^"]*)"|“([^”]*)”|「([^」]*)」/gu

/** The last character of a run is part of the pair before it; alone it may be the beginning of any pair. */
const toClause = (terms: readonly SearchTerm[]): Clause =>
  terms.flatMap(({ term, isPair, goesOn, unitEnd, end }, distance) => {
    const isSingle = isPair && end === unitEnd
    return isSingle && goesOn && distance > 0 ? [] : [{ term, distance, isPrefix: isSingle }]
  })

/** Words one by one; a run of a script without spaces is a phrase. */
const splitClauses = (terms: readonly SearchTerm[]): Clause[] => {
  const groups: SearchTerm[][] = []
  for (const term of terms) {
    const last = groups.at(-1)
    if (term.goesOn && last) last.push(term)
    else groups.push([term])
  }
  return groups.map(toClause)
}

/**
 * Reads what was typed into a search field: every word must be there, in any order; what stands in quotes, and a run of Chinese, must
 * be there as it stands. Undefined where there is nothing in it to look for.
 */
export const readSearch = (typed: string): TextSearch | undefined => {
  const phrases = [...typed.matchAll(quoted)].map((found) => toClause(searchTerms(found[1] ?? found[2] ?? found[3] ?? '')))
  const rest = splitClauses(searchTerms(typed.replace(quoted, ' ')))
  const clauses = [...phrases, ...rest].filter((clause) => clause.length > 0).slice(0, mostClauses)
  return clauses.length > 0 ? { clauses } : undefined
}

/** As the database's `tsquery` is written. */
export const searchQuery = ({ clauses }: TextSearch): string =>
  clauses
    .map((clause) => {
      const steps = clause.map(({ term, distance, isPrefix }, index) => {
        const step = distance - (clause[index - 1]?.distance ?? distance)
        return `${step > 0 ? ` <${step}> ` : ''}'${term}'${isPrefix ? ':*' : ''}`
      })
      return `(${steps.join('')})`
    })
    .join(' & ')

export type Span = { start: number; end: number }

const placesOf = (clause: Clause, terms: readonly SearchTerm[]): Span[] =>
  terms.flatMap((first, at) => {
    const hits = clause.map(({ term, distance, isPrefix }) => {
      const found = terms[at + distance]
      if (!found || !(isPrefix ? found.term.startsWith(term) : found.term === term)) return undefined
      return isPrefix ? Math.min(found.end, found.start + term.length) : found.end
    })
    const isFound = hits.every((end) => end !== undefined)
    return isFound ? [{ start: first.start, end: Math.max(...(hits as number[])) }] : []
  })

/** Where a text has what is looked for, in order and without overlaps; nothing unless all of it is there. */
export const findSpans = (text: string, { clauses }: TextSearch): Span[] => {
  const terms = searchTerms(text)
  const found = clauses.map((clause) => placesOf(clause, terms))
  if (found.some((places) => places.length === 0)) return []
  const merged: Span[] = []
  for (const span of found.flat().sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}
