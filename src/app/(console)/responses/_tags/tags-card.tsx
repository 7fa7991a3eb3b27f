'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import type { ResponseTag } from '@/domain/response/tag'
import { TagForm } from './tag-form'
import { TagSaid } from './tag-said'
import classes from './tags.module.css'
import { useTagging } from './use-tagging'

type TagsCardProps = { responseId: string; tags: readonly ResponseTag[]; known: readonly string[]; mayTag: boolean }

/** The tags of one response, each leading to all that have it; who put it there, and when, on pointing at it. */
export const TagsCard = ({ responseId, tags, known, mayTag }: TagsCardProps) => {
  const t = useTranslations('tags')
  const locale = useLocale()
  const { isPending, said, change, undo } = useTagging()
  const target = { ids: [responseId] }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: useTimeZone() })
  return (
    <Card title={t('title')}>
      {tags.length > 0 ? (
        <ul className={classes.tags}>
          {tags.map(({ name, by, at }) => (
            <li key={name} className={classes.tag} title={t('by', { who: by, at: day.format(new Date(at)) })}>
              <Link prefetch={false} href={listHref('/responses', {}, { tag: name })}>
                {name}
              </Link>
              {mayTag && (
                <button
                  type="button"
                  disabled={isPending}
                  aria-label={t('takeOff', { name })}
                  onClick={() => change(target, 'remove', name)}
                >
                  <X size={14} strokeWidth={1.5} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.quiet}>{t('none')}</p>
      )}
      {mayTag && (
        <TagForm
          known={known.filter((name) => !tags.some((tag) => tag.name === name))}
          isPending={isPending}
          label={t('add')}
          onChoose={(name, done) => change(target, 'add', name, done)}
        />
      )}
      <TagSaid said={said} undo={undo} isPending={isPending} />
    </Card>
  )
}
