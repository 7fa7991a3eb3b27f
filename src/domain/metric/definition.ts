import type { Localized } from '../localized'
import { type HeadlineMetric, headlineMetrics } from '../score/metric-kind'

/** What every definition may say: from how many answers on its number is shown, and why it is as it is. */
type Common = { least: number; reason?: string | undefined }

/** NPS, CSAT and CES: what they measure is the field's, the boxes are the organization's. Answers from `positiveFrom` up are positive, to `negativeTo` down negative. */
export type StandardDefinition = Common & { positiveFrom: number; negativeTo: number }

type Own = Common & { name: Localized; description?: Localized | undefined }
/** Everybody who asks the question under this key, or these surveys alone. `better: 'less'`: one wants little of it. */
type Asked = { question: string; surveys?: string[] | undefined; better?: 'less' | undefined }

export type MeanDefinition = Own & Asked & { of: 'mean'; scale?: { from: number; to: number } | undefined }
/** The share of answers from `positiveFrom` up, or of those that chose one of `options`. */
export type ShareDefinition = Own & Asked & { of: 'share'; positiveFrom?: number | undefined; options?: string[] | undefined }
export type IndexPart = { metric: string; weight: number }
export type IndexDefinition = Own & { of: 'index'; parts: IndexPart[] }

export type SimpleDefinition = MeanDefinition | ShareDefinition
export type OwnDefinition = SimpleDefinition | IndexDefinition
export type MetricDefinition = StandardDefinition | OwnDefinition

/** A definition with its version; `since` is null for what comes with the product. */
export type Defined<D extends MetricDefinition = MetricDefinition> = {
  key: string
  version: number
  since: Date | null
  definition: D
}

/** Everything an organization measures by, at one moment. */
export type Definitions = {
  standard: Readonly<Record<HeadlineMetric, Defined<StandardDefinition>>>
  own: Readonly<Record<string, Defined<OwnDefinition>>>
}

/** The answers that a headline metric's question takes. */
export const standardScales: Readonly<Record<HeadlineMetric, { from: number; to: number }>> = {
  nps: { from: 0, to: 10 },
  csat: { from: 1, to: 5 },
  ces: { from: 1, to: 7 },
}

export const standardDefaults: Readonly<Record<HeadlineMetric, StandardDefinition>> = {
  nps: { positiveFrom: 9, negativeTo: 6, least: 1 },
  csat: { positiveFrom: 4, negativeTo: 2, least: 1 },
  ces: { positiveFrom: 5, negativeTo: 3, least: 1 },
}

export const isHeadlineMetric = (key: string): key is HeadlineMetric => (headlineMetrics as readonly string[]).includes(key)

/** What the product comes with is version 1 of each; an organization's first change of it is version 2. */
const asDelivered = (key: HeadlineMetric): Defined<StandardDefinition> => ({
  key,
  version: 1,
  since: null,
  definition: standardDefaults[key],
})

/** What was kept, over what comes with the product. */
export const toDefinitions = (kept: readonly Defined[]): Definitions => {
  const standardOf = (key: HeadlineMetric) =>
    (kept.find((one) => one.key === key) as Defined<StandardDefinition> | undefined) ?? asDelivered(key)
  const own = kept.filter(({ key }) => !isHeadlineMetric(key)) as Defined<OwnDefinition>[]
  return {
    standard: { nps: standardOf('nps'), csat: standardOf('csat'), ces: standardOf('ces') },
    own: Object.fromEntries(own.map((one) => [one.key, one])),
  }
}

export const findDefined = (definitions: Definitions, key: string): Defined | undefined =>
  isHeadlineMetric(key) ? definitions.standard[key] : Object.hasOwn(definitions.own, key) ? definitions.own[key] : undefined

/** As it would be if one metric were defined so: its next version. */
export const withDraft = (definitions: Definitions, key: string, definition: MetricDefinition): Definitions => {
  const version = (findDefined(definitions, key)?.version ?? 0) + 1
  const draft = { key, version, since: null, definition }
  return isHeadlineMetric(key)
    ? { ...definitions, standard: { ...definitions.standard, [key]: draft } }
    : { ...definitions, own: { ...definitions.own, [key]: draft as Defined<OwnDefinition> } }
}

/** So many of one's own stand on a screen, the oldest first; the settings list all. */
const mostOwn = 24
export const ownOnScreen = ({ own }: Definitions): string[] => Object.keys(own).slice(0, mostOwn)
