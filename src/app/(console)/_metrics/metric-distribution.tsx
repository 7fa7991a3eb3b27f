import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { NoNumber } from '@/components/ui/no-number'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { getOwnDistribution } from '@/pipeline/analyze/get-own-distribution'
import type { newReading } from '@/pipeline/analyze/new-reading'
import type { loadView } from '../_filters/search-params'
import { answersOf } from '../(overview)/_components/answers-of'
import { onlySurvey } from './only-survey'
import { DistributionExport, OwnDistribution } from './own-distribution'

type Props = {
  organizationId: string
  metric: string
  title: string
  narrowing: Narrowing
  period: Period
  reading: ReturnType<typeof newReading>
  view: Awaited<ReturnType<typeof loadView>>
}

/** How the answers behind a metric of one's own spread; nothing where there is no distribution. */
export const MetricDistribution = async ({ organizationId, metric, title: name, narrowing, period, reading, view }: Props) => {
  const [charts, own, found] = await Promise.all([
    getTranslations('charts'),
    getTranslations('ownMetrics'),
    getOwnDistribution({ organizationId, ...narrowing, period, metric, reading }),
  ])
  const title = charts('distributionOf', { metric: name })
  if (isFailure(found))
    return found.error === 'too_slow' ? (
      <Card title={title}>
        <p>{own('tooSlow')}</p>
      </Card>
    ) : null
  const { n, hidden, surveys } = found
  if (n === 0)
    return (
      <Card title={title}>
        <p>
          <NoNumber hidden={hidden} />
        </p>
      </Card>
    )
  return (
    <Card title={title} isFlush aside={<DistributionExport {...{ title, metric, found }} />}>
      <OwnDistribution
        {...{ title, found }}
        hrefOf={(condition) => answersOf({ ...view, ...onlySurvey(surveys) }, narrowing.where, condition)}
      />
    </Card>
  )
}
