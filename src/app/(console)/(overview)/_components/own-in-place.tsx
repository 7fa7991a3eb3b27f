import { type ComponentProps, type ReactNode, Suspense } from 'react'
import type { MetricView } from '@/domain/metric/metric-view'
import { nameOf } from '@/domain/metric/tell-definition'
import { MetricDistribution } from '../../_metrics/metric-distribution'

/** The metrics of one's own that somebody has answered, where nobody has NPS, CSAT or CES; else none. */
type Heard = Promise<readonly MetricView[]>

type OwnInPlaceProps = { heard: Heard; own: ReactNode; children: ReactNode }

const Chosen = async ({ heard, own, children }: OwnInPlaceProps) => ((await heard).length > 0 ? own : children)

/** What is of the headline metrics, or of one's own in their place. */
export const OwnInPlace = (props: OwnInPlaceProps) => (
  <Suspense fallback={props.children}>
    <Chosen {...props} />
  </Suspense>
)

type FirstDistributionProps = Omit<ComponentProps<typeof MetricDistribution>, 'metric' | 'title'> & {
  heard: Heard
  /** the metrics of one's own that have a distribution */
  spread: Promise<readonly string[]>
  locale: string
  otherwise: ReactNode
}

/** How the answers to the first of them spread that has a distribution. */
export const FirstDistribution = async ({ heard, spread, locale, otherwise, ...asked }: FirstDistributionProps) => {
  const [views, keys] = await Promise.all([heard, spread])
  const first = views.find(({ key }) => keys.includes(key))
  return first ? (
    <MetricDistribution {...asked} metric={first.key} title={nameOf(first.key, first.defined.definition, locale)} />
  ) : (
    otherwise
  )
}
