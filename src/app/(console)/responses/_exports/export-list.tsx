'use client'

import { FileJson, FileSpreadsheet, FileText } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { listHref } from '@/components/format/list-href'
import { Moment } from '@/components/ui/moment'
import { ExportProgress } from './export-progress'
import classes from './exports.module.css'
import { type ShownExport, useExports } from './use-exports'

const icons = { csv: FileText, xlsx: FileSpreadsheet, jsonl: FileJson } as const

/** The list that a file was made of: its days stand in the address as they were. */
const hrefOf = ({ from, to, ...filters }: ShownExport['filters']): string =>
  listHref('/responses', filters as Record<string, string>, from && to ? { period: 'custom', from, to } : {})

/** What narrowed it, as short as an address says it. */
const filtersOf = ({ from, to, ...filters }: ShownExport['filters']): string =>
  [from && to ? `${from} – ${to}` : '', ...Object.entries(filters).map(([name, value]) => `${name}: ${value}`)]
    .filter(Boolean)
    .join(' · ')

/** One's own exports, newest first, each with how far it is. */
export const ExportList = ({ initial }: { initial: readonly ShownExport[] }) => {
  const t = useTranslations('exports')
  const { items, reload, isLost } = useExports(initial)
  return (
    <>
      {isLost && <p className={classes.lost}>{t('lost')}</p>}
      <ul>
        {items.map((item) => {
          const Icon = icons[item.format]
          return (
            <li key={item.id} className={classes.item}>
              <Icon size={20} strokeWidth={1.5} aria-hidden className={classes.icon} />
              <div className={classes.what}>
                <p className={classes.name}>
                  {t(`formats.${item.format}`)} · {t(item.values)} · <Moment at={item.createdAt ?? ''} />
                </p>
                <p className={classes.filters}>
                  <Link prefetch={false} href={hrefOf(item.filters)}>
                    {filtersOf(item.filters) || t('everything')}
                  </Link>
                </p>
              </div>
              <ExportProgress item={item} onChange={reload} />
            </li>
          )
        })}
      </ul>
    </>
  )
}
