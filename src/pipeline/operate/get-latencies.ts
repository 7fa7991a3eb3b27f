import { upTo } from '@/domain/analysis/latency-window'
import { type Failure, isFailure } from '@/domain/errors'
import { everyLeg, type Latency, latenciesWithin } from '@/store/reports/latencies'

export { type Latency, type LatencyLeg, latencyLegs } from '@/store/reports/latencies'

/** How long answers took from station to station since an instant; `too_slow` where counting that takes more than ten seconds. */
export const getLatencies = async (organizationId: string, since: Date, now = new Date()): Promise<Latency[] | Failure> => {
  const legs = await latenciesWithin(organizationId, upTo(now, since))
  return isFailure(legs) ? legs : everyLeg(legs)
}
