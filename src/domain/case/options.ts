import { z } from 'zod'
import type { Issue } from '../errors'
import type { Localized } from '../localized'
import { keySchema, localizedSchema } from '../schemas'

/** What a step on a case may choose from. An archived one stays readable where it was chosen and is offered no more. */
export const caseOptionKinds = ['rootCauses', 'recoveryActions', 'caseMails'] as const
export type CaseOptionKind = (typeof caseOptionKinds)[number]

const archived = z.boolean().default(false)

/** A root cause, below another one or at the top of the tree. */
export const rootCauseSchema = z.strictObject({ name: localizedSchema, parent: keySchema.optional(), archived })
export type RootCause = z.output<typeof rootCauseSchema>

export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as CNY')
export const amountSchema = z.int().min(0).max(1_000_000_000)

/** Something that is done for a customer; its usual cost stands in the form already. */
export const recoveryActionSchema = z.strictObject({
  name: localizedSchema,
  amountCents: amountSchema.optional(),
  currency: currencySchema.optional(),
  archived,
})
export type RecoveryAction = z.output<typeof recoveryActionSchema>

/** A mail to a customer, with placeholders (case/fill-template). */
export const caseMailSchema = z.strictObject({ name: localizedSchema, subject: localizedSchema, text: localizedSchema, archived })
export type CaseMail = z.output<typeof caseMailSchema>

export type CaseOptions = {
  rootCauses: Readonly<Record<string, RootCause>>
  recoveryActions: Readonly<Record<string, RecoveryAction>>
  caseMails: Readonly<Record<string, CaseMail>>
}

const deepest = 3

/** How far below the top a cause stands: 1 at the top; undefined where its parents lead in a circle or to nowhere. */
export const levelOf = (causes: CaseOptions['rootCauses'], key: string): number | undefined => {
  let at: string | undefined = key
  for (let level = 1; level <= Object.keys(causes).length; level++) {
    const cause: RootCause | undefined = at !== undefined && Object.hasOwn(causes, at) ? causes[at] : undefined
    if (!cause) return undefined
    if (cause.parent === undefined) return level
    at = cause.parent
  }
  return undefined
}

/** What is wrong with a tree as a whole. */
export const checkTree = (causes: CaseOptions['rootCauses']): Issue[] =>
  Object.keys(causes).flatMap((key) => {
    const level = levelOf(causes, key)
    if (level !== undefined && level <= deepest) return []
    const parent = causes[key]?.parent ?? ''
    const message =
      level !== undefined
        ? `would stand ${level} levels deep; ${deepest} is the deepest`
        : Object.hasOwn(causes, parent)
          ? 'would stand below itself'
          : `there is no root cause "${parent}"`
    return [{ path: `rootCauses.${key}.parent`, message }]
  })

export type CauseInTree = { key: string; name: Localized; level: number; archived: boolean }

/** The tree from top to bottom, each cause before those below it. */
export const listTree = (causes: CaseOptions['rootCauses']): CauseInTree[] => {
  const below = (parent: string | undefined, level: number): CauseInTree[] =>
    Object.entries(causes)
      .filter(([, cause]) => cause.parent === parent)
      .flatMap(([key, { name, archived: isArchived }]) => [
        { key, name, level, archived: isArchived },
        ...(level < deepest ? below(key, level + 1) : []),
      ])
  return below(undefined, 1)
}

/** A cause with everything below it. */
export const withDescendants = (causes: CaseOptions['rootCauses'], key: string): string[] => [
  key,
  ...Object.entries(causes)
    .filter(([, { parent }]) => parent === key)
    .flatMap(([child]) => withDescendants(causes, child)),
]
