import type { z } from 'zod'
import type { Issue } from './errors'

/** `['pages', 0, 'key']` → `pages[0].key`, the way people write a place in a file. */
export const formatPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    const name = String(part)
    const plain = /^[\w-]+$/.test(name)
    return plain ? (text === '' ? name : `${text}.${name}`) : `${text}["${name}"]`
  }, '')

/** The faults behind a union's: of its branches, the one that came furthest is what the author meant. */
export const deepestIssues = (issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] =>
  issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
    const branches = issue.errors.map((branch) =>
      deepestIssues(branch).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue),
    )
    const depth = (branch: z.core.$ZodIssue[]) => Math.max(...branch.map((inner) => inner.path.length))
    return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best))
  })

/** What a schema finds wrong, as paths and sentences; never more than 50, so that no answer grows without limit. */
export const toIssues = (error: z.ZodError): Issue[] =>
  deepestIssues(error.issues)
    .slice(0, 50)
    .map((issue) => ({ path: formatPath(issue.path), message: issue.message }))

export type Parsed<T> = { value: T } | { errors: Issue[] }

export const parse = <S extends z.ZodType>(schema: S, input: unknown): Parsed<z.output<S>> => {
  const result = schema.safeParse(input)
  return result.success ? { value: result.data } : { errors: toIssues(result.error) }
}
