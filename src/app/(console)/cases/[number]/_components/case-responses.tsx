import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { channelLabel } from '@/components/format/channel-label'
import { Moment } from '@/components/ui/moment'
import { ScoreBadge } from '@/components/ui/score-badge'
import { localize } from '@/domain/localized'
import type { CaseResponseRow } from '@/pipeline/act/get-case-screen'
import { CommentText } from '../../../_components/comment-text'
import classes from './case.module.css'

/** What the customer said, whole, the newest first. */
export const CaseResponses = ({ responses, locale }: { responses: readonly CaseResponseRow[]; locale: string }) => {
  const t = useTranslations('case')
  const channels = useTranslations('channels')
  if (responses.length === 0) return <p className={classes.erased}>{t('noResponses')}</p>
  return responses.map((response) => (
    <article key={response.id} className={classes.response}>
      <header className={classes.responseHead}>
        <ScoreBadge score={response.score} most={response.rated?.most} isLarge />
        <p className={classes.responseMeta}>
          {response.rated && <>{localize(response.rated.text, locale)} · </>}
          {localize(response.surveyTitle, locale)}
          {response.channel && ` · ${channelLabel(channels, response.channel)}`} · <Moment at={response.submittedAt} />
        </p>
      </header>
      {response.comments.length === 0 && <p className={classes.quiet}>{t('noComment')}</p>}
      {response.comments.map(({ question, text, insight }) => (
        <CommentText key={question} text={text} insight={insight} isLarge />
      ))}
      <Link prefetch={false} href={`/responses/${response.id}`}>
        {t('wholeResponse')}
      </Link>
    </article>
  ))
}
