import type { ResponseDetail } from './get-response-detail'

/** A response as the machine door and webhooks tell it. */
export const toldResponse = ({
  definition: _,
  surveyKey,
  touchpointKey,
  touchpointName: __,
  scores,
  alerts,
  cases,
  ...response
}: ResponseDetail) => ({
  ...response,
  survey: surveyKey,
  touchpoint: touchpointKey,
  scores: Object.fromEntries(scores.map(({ metric, value, category }) => [metric, { value, category }])),
  alerts: alerts.map(({ id }) => id),
  cases: cases.map(({ number }) => number),
})
