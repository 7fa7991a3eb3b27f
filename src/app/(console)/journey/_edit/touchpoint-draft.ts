import type { Dimension, Module } from '@/domain/experience'
import type { Localized } from '@/domain/localized'
import type { MetricKind } from '@/domain/score/score'
import type { TouchpointInput } from '@/domain/touchpoint/schema'
import { tidyName } from '../../_components/tidy-name'
import type { StandardDraft } from './standard-fields'

/** A touchpoint in the fields of its panel; '' is none. */
export type TouchpointDraft = {
  name: Localized
  stage: string
  channel: string
  owner: string
  dimension: Dimension | ''
  module: Module | ''
  isMomentOfTruth: boolean
  standard: StandardDraft
}

/** How a metric's numbers are written. */
type KindOf = (metric: string) => MetricKind

/** Shares are typed in percent. */
const unitOf = (kind: MetricKind): number => (kind === 'csat' ? 100 : 1)

const round = (value: number): number => Number(value.toFixed(6))

export const toDraft = (touchpoint: TouchpointInput, kindOf: KindOf): TouchpointDraft => {
  const { standard } = touchpoint
  return {
    name: touchpoint.name,
    stage: touchpoint.stage,
    channel: touchpoint.channel,
    owner: touchpoint.owner,
    dimension: touchpoint.dimension ?? '',
    module: touchpoint.module ?? '',
    isMomentOfTruth: touchpoint.momentOfTruth ?? false,
    standard: {
      metric: standard?.metric ?? '',
      target: standard ? round(standard.target * unitOf(kindOf(standard.metric))) : '',
      responseHours: standard?.responseHours ?? '',
    },
  }
}

export type DraftFault = 'name' | 'target'

/** The touchpoint that a draft means, or what is missing. In another stage it stands last. */
export const fromDraft = (draft: TouchpointDraft, before: TouchpointInput, kindOf: KindOf): TouchpointInput | DraftFault => {
  const name = tidyName(draft.name, before.name)
  if (name === undefined) return 'name'
  const { metric, target, responseHours } = draft.standard
  if (metric !== '' && typeof target !== 'number') return 'target'
  const { dimension: _d, module: _m, momentOfTruth: _t, standard: _s, position, ...rest } = before
  return {
    ...rest,
    name,
    stage: draft.stage,
    channel: draft.channel,
    owner: draft.owner,
    ...(draft.dimension === '' ? {} : { dimension: draft.dimension }),
    ...(draft.module === '' ? {} : { module: draft.module }),
    ...(draft.isMomentOfTruth ? { momentOfTruth: true } : {}),
    ...(position === undefined || draft.stage !== before.stage ? {} : { position }),
    ...(metric === ''
      ? {}
      : {
          standard: {
            metric,
            target: round(Number(target) / unitOf(kindOf(metric))),
            ...(typeof responseHours === 'number' && responseHours > 0 ? { responseHours } : {}),
          },
        }),
  }
}
