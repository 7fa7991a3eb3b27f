import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { numberCell, Table } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import type { CauseShare } from '@/pipeline/act/get-root-causes'

type CausesCardProps = {
  causes: readonly CauseShare[]
  total: number
  current: Readonly<Record<string, string | null>>
  locale: string
}

/** What went wrong in the cases resolved lately, at the touchpoint that is chosen or at all of them; each leads to its cases. */
export const CausesCard = ({ causes, total, current, locale }: CausesCardProps) => {
  const t = useTranslations('cases')
  const format = useFormatter()
  if (total === 0) return null
  const head = (['cause', 'count', 'share', 'fixed'] as const).map((key) => ({
    key,
    label: t(`causes.${key}`),
    isNumber: key !== 'cause',
  }))
  return (
    <Card title={t('causes.title', { count: total })} isFlush>
      <Table label={t('causes.title', { count: total })} head={head}>
        {causes.map(({ key, name, level, count, share, fixed }) => (
          <tr key={key}>
            <td style={{ paddingInlineStart: level > 1 ? `${20 + (level - 1) * 20}px` : undefined }}>
              <Link prefetch={false} href={listHref('/cases', current, { cause: key, cursor: null })}>
                {localize(name, locale)}
              </Link>
            </td>
            <td className={numberCell}>{count}</td>
            <td className={numberCell}>{format.number(share, { style: 'percent' })}</td>
            <td className={numberCell}>{fixed}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
