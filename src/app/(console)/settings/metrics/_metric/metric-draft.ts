import type { Localized } from '@/domain/localized'
import type { Better } from '@/domain/metric/better'
import type { IndexPart, MetricDefinition } from '@/domain/metric/definition'
import type { MetricChoices } from '@/pipeline/design/get-metric-choices'

/** A definition while it is written: every field that any kind has, so that changing the kind loses nothing. */
export type MetricDraft = {
  of: 'standard' | 'mean' | 'share' | 'index'
  name: Localized
  description: Localized
  question: string
  surveys: string[]
  scale: { from: number; to: number } | null
  positiveFrom: number | null
  negativeTo: number | null
  options: string[]
  better: Better
  parts: IndexPart[]
  least: number
  reason: string
}

const empty: MetricDraft = {
  of: 'mean',
  name: '',
  description: '',
  question: '',
  surveys: [],
  scale: null,
  positiveFrom: null,
  negativeTo: null,
  options: [],
  better: 'more',
  parts: [],
  least: 1,
  reason: '',
}

export const newDraft = (question: string): MetricDraft => ({ ...empty, question })

/** The reason of the last change isn't the reason of the next one: it begins empty. */
export const draftOf = (definition: MetricDefinition): MetricDraft => {
  const { reason: _, ...rest } = definition
  return { ...empty, of: 'standard', ...(rest as Partial<MetricDraft>) }
}

const given = <T>(name: string, value: T | null | undefined, isThere: boolean) => (isThere ? { [name]: value } : {})

/** What is saved of it: only what its kind knows. */
export const definitionOf = (draft: MetricDraft): Record<string, unknown> => {
  const { of, name, description, question, surveys, scale, positiveFrom, negativeTo, options, better, parts, least, reason } =
    draft
  const common = { least, ...given('reason', reason.trim(), reason.trim() !== '') }
  if (of === 'standard') return { positiveFrom, negativeTo, ...common }
  const own = { name, ...given('description', description, description !== ''), of, ...common }
  if (of === 'index') return { ...own, parts }
  const turned = given('better', better, better === 'less')
  const asked = { ...own, question, ...given('surveys', surveys, surveys.length > 0), ...turned }
  if (of === 'mean') return { ...asked, ...given('scale', scale, scale !== null) }
  return options.length > 0 ? { ...asked, options } : { ...asked, ...given('positiveFrom', positiveFrom, positiveFrom !== null) }
}

/** Another kind, keeping what both know: a mean needs numbers, and a share of numbers needs to know from which on. */
export const turnTo = (draft: MetricDraft, of: MetricDraft['of'], { questions }: MetricChoices): Partial<MetricDraft> => {
  const chosen = questions.find(({ question }) => question === draft.question)
  if (of === 'mean' && chosen?.options) return { of, question: '', options: [] }
  return { of, positiveFrom: draft.positiveFrom ?? chosen?.scale?.to ?? null }
}
