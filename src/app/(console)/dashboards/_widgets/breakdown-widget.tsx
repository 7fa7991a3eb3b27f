import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { RangeExport } from '@/components/charts/range-export'
import { StandardBar } from '@/components/charts/standard-bar'
import { formatMetric, formatSpread } from '@/components/format/format-metric'
import { metricName } from '@/components/format/metric-name'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { Table } from '@/components/ui/table'
import type { Summary } from '@/domain/analysis/summarize'
import { fail, isFailure } from '@/domain/errors'
import { findDefined } from '@/domain/metric/definition'
import { limitsOf, shownAs } from '@/domain/metric/number-of'
import { readingOf } from '@/domain/metric/reading'
import type { WidgetOf } from './board'
import { type Group, readBreakdown } from './read-breakdown'
import type { WidgetProps } from './widget-body'
import { WidgetNotice } from './widget-notice'
import classes from './widgets.module.css'

const most = 12

/** Of a metric whose values have no ends: as far as its groups and their intervals reach. */
const rangeOfGroups = (groups: readonly Group[]): readonly [number, number] => {
  const seen = groups.flatMap(({ summary: { value, low, high } }) => [value, low, high].filter((one) => one !== null))
  const [least, greatest] = [Math.min(...seen), Math.max(...seen)]
  return seen.length > 0 && least < greatest ? [least, greatest] : [0, 1]
}

/** A metric by touchpoint, channel or segment, the highest first, each with its interval on the metric's whole scale. */
export const BreakdownWidget = async ({ widget, board, name, title, narrowing }: WidgetProps<WidgetOf<'breakdown'>>) => {
  const [t, charts, words, groups] = await Promise.all([
    getTranslations('dashboards'),
    getTranslations('charts'),
    getTranslations('metrics'),
    readBreakdown(widget, board, narrowing),
  ])
  if (isFailure(groups)) return <WidgetNotice title={title} failure={groups} />
  const { metric, by } = widget
  const { locale, definitions } = board
  const reading = readingOf(definitions, metric)
  if (!reading) return <WidgetNotice title={title} failure={fail('not_found')} />
  const [kind, ends] = [shownAs(reading), limitsOf(reading)]
  const called = metricName(words, metric, findDefined(definitions, metric)?.definition, locale)
  const limits = ends ? ([ends.from, ends.to] as const) : rangeOfGroups(groups)
  const shown = groups.slice(0, most)
  const counts = new Intl.NumberFormat(locale)
  const unsaid = ({ n, hidden }: Summary): string =>
    n > 0
      ? `${words('tooFew')} · n ${counts.format(n)}`
      : hidden === undefined
        ? charts('noAnswers')
        : words('hidden', { least: hidden })
  const said = ({ summary }: (typeof groups)[number]): string => {
    const { value, n } = summary
    return value === null
      ? unsaid(summary)
      : `${formatMetric(kind, value, locale)} ${formatSpread(kind, summary, locale)} · n ${counts.format(n)}`
  }
  const head = [
    { key: 'group', label: t(`place.${by}`) },
    { key: 'bar', label: limits.map((limit) => formatMetric(kind, limit, locale)).join(' – ') },
    { key: 'value', label: called },
  ]
  return (
    <Card
      title={title}
      isFlush
      aside={
        <RangeExport
          title={name}
          metric={metric}
          domain={limits}
          rows={groups.map((group) => {
            const { value: at, low: from, high: to } = group.summary
            return { name: group.name, at, from, to, said: said(group) }
          })}
          table={{
            head: [t(`place.${by}`), called, charts('low'), charts('high'), 'n'],
            rows: groups.map(({ name: group, summary: { value, low, high, n } }) => [group, value, low, high, n]),
          }}
        />
      }
    >
      {shown.length === 0 && <p className={classes.flushNotice}>{t(by === 'segment' ? 'noSegments' : 'noGroups')}</p>}
      {shown.length > 0 && (
        <Table label={name} head={head}>
          {shown.map((group) => (
            <tr key={group.key}>
              <td>
                <Link prefetch={false} href={group.href}>
                  {group.name}
                </Link>
              </td>
              <td className={classes.bar}>
                <StandardBar limits={limits} summary={group.summary} target={null} />
              </td>
              <td>
                <Estimate kind={kind} summary={group.summary} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {groups.length > most && <p className={classes.flushNotice}>{t('moreGroups', { count: groups.length - most })}</p>}
    </Card>
  )
}
