'use client'

import Link from 'next/link'
import { Moment } from '@/components/ui/moment'
import { ScoreBadge } from '@/components/ui/score-badge'
import { localize } from '@/domain/localized'
import type { ResponseRow } from '@/pipeline/analyze/find-responses'
import { useLiveNewest } from './live-figures'
import classes from './overview.module.css'

type NewestListProps = {
  responses: readonly ResponseRow[]
  locale: string
  words: { none: string; noComment: string }
}

/** The newest answers, where there is a stream of them as they come in. */
export const NewestList = ({ responses, locale, words }: NewestListProps) => {
  const newest = useLiveNewest() ?? responses
  if (newest.length === 0) return <p className={classes.quiet}>{words.none}</p>
  return (
    <ul>
      {newest.map((response) => (
        <li key={response.id} className={classes.newest}>
          <Link prefetch={false} href={`/responses/${response.id}`} className={classes.newestLink}>
            <ScoreBadge score={response.score} most={response.rated?.most} />
            <span className={classes.newestWords}>
              <span className={classes.newestComment} data-empty={!response.comment || undefined}>
                {response.comment ?? words.noComment}
              </span>
              <small>
                {response.rated && `${localize(response.rated.text, locale)} · `}
                {localize(response.touchpointName, locale)} · <Moment at={response.submittedAt} as="relative" />
              </small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
