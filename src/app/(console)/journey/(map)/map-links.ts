import { listHref } from '@/components/format/list-href'
import { andCondition } from '@/domain/condition/and-condition'
import type { Condition } from '@/domain/condition/condition'
import { writeCondition } from '@/domain/condition/write-condition'
import type { JourneyStage } from '@/pipeline/analyze/get-journey-map'
import { pickNarrowing } from '../../_filters/read-narrowing'
import type { MapAddress } from './read-map-view'

export type MapLinks = {
  ofStage: (stage: JourneyStage) => string
  ofTouchpoint: (key: string) => { overview: string; answers: string; cases: string }
}

/** The ways from the map to the numbers and answers behind it, narrowed as the map is. */
export const mapLinks = (view: MapAddress, where: Condition | undefined): MapLinks => {
  const { period, from, to, compare, compareFrom, compareTo } = view
  const narrowed = pickNarrowing(view)
  const days = { period, from, to }
  return {
    ofStage: ({ touchpoints }) => {
      const here: Condition = { field: 'touchpoint.key', op: 'in', value: touchpoints.map(({ key }) => key) }
      return listHref('/responses', { ...narrowed, ...days }, { where: writeCondition(andCondition(where, here)) })
    },
    ofTouchpoint: (touchpoint) => ({
      overview: listHref('/', { ...narrowed, ...days, compare, compareFrom, compareTo }, { touchpoint }),
      answers: listHref('/responses', { ...narrowed, ...days }, { touchpoint }),
      cases: listHref('/cases', {}, { touchpoint }),
    }),
  }
}
