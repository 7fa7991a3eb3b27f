import { getLocale, getTranslations } from 'next-intl/server'
import type { DrawnCard } from '@/components/charts/journey-svg'
import { changeWord, differenceWords } from '@/components/format/change-word'
import { channelLabel } from '@/components/format/channel-label'
import { formatChange, formatGap, formatMetric } from '@/components/format/format-metric'
import { metricName } from '@/components/format/metric-name'
import type { Standing } from '@/domain/analysis/standard'
import { isSuppressed, type Summary } from '@/domain/analysis/summarize'
import { localize } from '@/domain/localized'
import type { Better } from '@/domain/metric/better'
import { findDefined } from '@/domain/metric/definition'
import type { MetricKind } from '@/domain/score/score'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import type { MappedTouchpoint } from '@/pipeline/analyze/get-journey-map'
import type { MapAsked } from '../(map)/read-map-view'
import { inWords } from './summary-in-words'

/** A touchpoint's card as lines of the drawing: what the screen says, without what only a screen can do. */
export const cardInWords = async (
  organizationId: string,
  { beside }: Pick<MapAsked, 'beside'>,
  sides: { now: string; against: string },
): Promise<(touchpoint: MappedTouchpoint) => DrawnCard> => {
  const [t, metrics, channels, dimensions, locale, definitions] = await Promise.all([
    getTranslations('journey'),
    getTranslations('metrics'),
    getTranslations('channels'),
    getTranslations('dimensions'),
    getLocale(),
    getDefinitions(organizationId),
  ])
  const nameOf = (metric: string) => metricName(metrics, metric, findDefined(definitions, metric)?.definition, locale)
  const standingLine = (kind: MetricKind, better: Better, { target, gap, isMet, isCertain }: Standing) =>
    t(isMet ? 'standardMet' : 'standardMissed', {
      target: `${better === 'less' ? '≤ ' : ''}${formatMetric(kind, target, locale)}`,
      gap: formatGap(kind, gap, locale),
      surely: t(isCertain ? 'clearly' : 'withinChance'),
    })
  const told = (kind: MetricKind, summary: Summary) =>
    isSuppressed(summary) ? metrics('hidden', { least: summary.hidden ?? 0 }) : inWords(kind, summary, locale)
  const isOtherCustomers = beside !== null && beside !== 'period'
  const changeLine = (kind: MetricKind, { score, before, change }: MappedTouchpoint): string | null => {
    if (!score || score.summary.value === null || !before || before.value === null) return null
    const word = changeWord(change, score.better)
    const words = isOtherCustomers ? t(differenceWords[word]) : metrics(`change.${word}`)
    const difference = formatChange(kind, score.summary.value - before.value, locale)
    return [`Δ ${difference}`, change ? words : null].filter(Boolean).join(' · ')
  }
  return (touchpoint) => {
    const { name, channel, dimension, score, standing, before, openCases, isMomentOfTruth } = touchpoint
    const owner = touchpoint.ownerName ?? (touchpoint.ownerTeam ? localize(touchpoint.ownerTeam, locale) : null)
    const lines = [
      [channelLabel(channels, channel), dimension && dimensions(dimension as 'product')].filter(Boolean).join(' · '),
      score ? `${nameOf(score.metric)} ${told(score.kind, score.summary)}` : t('noScore'),
      beside && score ? `${sides.against}: ${before ? told(score.kind, before) : t('noScore')}` : null,
      score && standing ? standingLine(score.kind, score.better, standing) : null,
      score ? changeLine(score.kind, touchpoint) : null,
      openCases > 0 ? t('openCases', { count: openCases }) : null,
      owner ? t('owner', { owner }) : t('noOwner'),
    ]
    return {
      name: localize(name, locale),
      isMoment: isMomentOfTruth,
      isMissed: standing !== null && !standing.isMet && standing.isCertain,
      lines: lines.filter((line) => line !== null),
    }
  }
}
