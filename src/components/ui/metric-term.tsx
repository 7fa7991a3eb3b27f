'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Defined, isHeadlineMetric } from '@/domain/metric/definition'
import { nameOf } from '@/domain/metric/tell-definition'
import { DefinitionWords } from './definition-words'
import { useDefined } from './definitions'
import { Explain } from './explain'
import { MetricName } from './metric-name'

type MetricTermProps = {
  metric: string
  /** what the number beside it was counted by, where it isn't the definition of now */
  defined?: Defined | undefined
  /** what it is called, unless by its name */
  children?: ReactNode
}

/** A metric's name that says how it is counted, by which version and since when; a question's own numbers have nothing to add. */
export const MetricTerm = ({ metric, defined: given, children = <MetricName metric={metric} /> }: MetricTermProps) => {
  const glossary = useTranslations('glossary')
  const locale = useLocale()
  const current = useDefined(metric)
  const defined = given ?? current
  if (metric === 'sentiment')
    return (
      <Explain name={glossary('sentiment.name')} body={<p>{glossary('sentiment.text')}</p>}>
        {children}
      </Explain>
    )
  if (!defined) return children
  const name = isHeadlineMetric(metric) ? glossary(`${metric}.name`) : nameOf(metric, defined.definition, locale)
  return (
    <Explain name={name} body={<DefinitionWords defined={defined} />}>
      {children}
    </Explain>
  )
}
