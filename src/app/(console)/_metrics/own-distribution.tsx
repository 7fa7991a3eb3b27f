import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { RangeExport } from '@/components/charts/range-export'
import { ShareBar } from '@/components/charts/share-bar'
import { numberCell, Table } from '@/components/ui/table'
import type { Condition } from '@/domain/condition/condition'
import type { OwnDistribution as Found } from '@/pipeline/analyze/get-own-distribution'
import { answeredCondition } from './answered-condition'
import classes from './own-distribution.module.css'
import { answeredInWords } from './spread-words'

type Props = {
  title: string
  metric: string
  found: Found
  /** the answers behind a bar */
  hrefOf: (condition: Condition) => string
}

const saidBars = async ({ bars, texts }: Found) => {
  const [t, locale] = await Promise.all([getTranslations('charts'), getLocale()])
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return bars.map((bar) => ({
    ...bar,
    label: answeredInWords(t, bar.answered, texts, locale),
    percent: percent.format(bar.share),
  }))
}

/** How the answers behind a metric of one's own spread, a line each; what a share counts is told apart by its mark. */
export const OwnDistribution = async ({ title, found, hrefOf }: Omit<Props, 'metric'>) => {
  const [t, locale, bars] = await Promise.all([getTranslations('charts'), getLocale(), saidBars(found)])
  const numbers = new Intl.NumberFormat(locale)
  const most = Math.max(...bars.map(({ share }) => share), 0.01)
  const head = [
    { key: 'answer', label: t('answer') },
    { key: 'bar', label: '' },
    { key: 'count', label: t('answers'), isNumber: true },
    { key: 'share', label: t('share'), isNumber: true },
  ]
  return (
    <Table label={title} head={head.map((one) => (one.key === 'bar' ? { ...one, label: <Legend found={found} /> } : one))}>
      {bars.map(({ label, answered, count, share, percent, isCounted }) => {
        const condition = answeredCondition(found, answered)
        return (
          <tr key={label}>
            <td className={classes.answer}>
              {count > 0 && condition ? (
                <Link prefetch={false} href={hrefOf(condition)}>
                  {label}
                </Link>
              ) : (
                label
              )}
            </td>
            <td className={classes.bar}>
              <ShareBar share={share / most} isCounted={isCounted} better={found.better} />
            </td>
            <td className={numberCell}>{numbers.format(count)}</td>
            <td className={numberCell}>{percent}</td>
          </tr>
        )
      })}
    </Table>
  )
}

const Legend = async ({ found: { n, bars, better } }: { found: Found }) => {
  const [t, locale] = await Promise.all([getTranslations('charts'), getLocale()])
  const isShare = bars.some(({ isCounted }) => isCounted !== null)
  return (
    <span className={classes.legend}>
      {isShare && (
        <span>
          <i className={classes.mark} data-better={better} aria-hidden /> {t('counted')}
        </span>
      )}
      <span>n {new Intl.NumberFormat(locale).format(n)}</span>
    </span>
  )
}

/** The same to take away. */
export const DistributionExport = async ({ title, metric, found }: Omit<Props, 'hrefOf'>) => {
  const [t, locale, bars] = await Promise.all([getTranslations('charts'), getLocale(), saidBars(found)])
  const numbers = new Intl.NumberFormat(locale)
  return (
    <RangeExport
      title={title}
      metric={metric}
      domain={[0, Math.max(...bars.map(({ share }) => share), 0.01)]}
      rows={bars.map(({ label, share, count, percent, isCounted }) => ({
        ...{ name: label, from: 0, to: share, at: share, said: `${percent} · ${numbers.format(count)}` },
        ...(isCounted ? { tone: found.better === 'more' ? ('positive' as const) : ('negative' as const) } : {}),
      }))}
      table={{
        head: [t('answer'), t('answers'), t('share')],
        rows: bars.map(({ label, count, share }) => [label, count, share]),
      }}
    />
  )
}
