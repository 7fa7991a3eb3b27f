import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { boxOfCategory } from '@/components/format/box-of-category'
import { channelLabel } from '@/components/format/channel-label'
import { Mark } from '@/components/ui/mark'
import { Moment } from '@/components/ui/moment'
import rows from '@/components/ui/rows.module.css'
import { ScoreBadge } from '@/components/ui/score-badge'
import { localize } from '@/domain/localized'
import type { TextSearch } from '@/domain/text/search'
import type { ResponseRow } from '@/pipeline/analyze/find-responses'
import { SelectRow } from '../../_components/selection'
import { FoundWords } from './found-words'
import classes from './responses.module.css'

type RowProps = { response: ResponseRow; locale: string; search: TextSearch | undefined }

const Row = ({ response, locale, search }: RowProps) => {
  const t = useTranslations('responses')
  const category = useTranslations('category')
  const channels = useTranslations('channels')
  const mood = boxOfCategory(response.sentiment)
  return (
    <Link prefetch={false} href={`/responses/${response.id}`} className={rows.link}>
      <span className={rows.lead}>
        <ScoreBadge score={response.score} most={response.rated?.most} />
      </span>
      <span className={rows.body}>
        <span className={rows.words} data-empty={!response.comment || undefined}>
          {response.comment ? <FoundWords text={response.comment} search={search} /> : t('noComment')}
        </span>
        <span className={rows.meta}>
          {response.rated && <span>{localize(response.rated.text, locale)}</span>}
          <span>{localize(response.touchpointName, locale)}</span>
          {response.channel && <span>{channelLabel(channels, response.channel)}</span>}
          <span>{response.customerName ?? t('anonymous')}</span>
          {mood && (
            <span className={rows.mood}>
              <Mark box={mood} size={8} /> {category(response.sentiment as 'positive')}
            </span>
          )}
          {response.status !== 'completed' && <span className={rows.flag}>{t(`is.${response.status as 'partial'}`)}</span>}
          {response.caseNumber && <span className={rows.flag}>{t('case', { number: response.caseNumber })}</span>}
          {response.tags.map((tag) => (
            <span key={tag} className={classes.tag}>
              {tag}
            </span>
          ))}
        </span>
      </span>
      <span className={rows.tail}>
        <Moment at={response.submittedAt} as="relative" />
      </span>
    </Link>
  )
}

type ResponseListProps = Omit<RowProps, 'response'> & { responses: readonly ResponseRow[]; mayTag: boolean }

/** One response a row: what was scored, what was said, where, by whom; to be selected by who may tag. */
export const ResponseList = ({ responses, mayTag, ...row }: ResponseListProps) => {
  const format = useFormatter()
  const t = useTranslations('responses')
  const nameOf = ({ comment, touchpointName, submittedAt }: ResponseRow): string =>
    comment?.slice(0, 60) ??
    `${localize(touchpointName, row.locale)}, ${format.dateTime(submittedAt, { dateStyle: 'medium', timeStyle: 'medium' })}`
  return (
    <ul className={rows.list}>
      {responses.map((response) => (
        <li key={response.id} className={mayTag ? `${rows.row} ${classes.selectable}` : rows.row}>
          {mayTag && (
            <SelectRow id={response.id} label={t('select', { response: nameOf(response) })} className={classes.selectRow} />
          )}
          <Row response={response} {...row} />
        </li>
      ))}
    </ul>
  )
}
