'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { TouchpointInput } from '@/domain/touchpoint/schema'
import classes from './edit.module.css'

type ArchivedListProps = {
  touchpoints: readonly (readonly [string, TouchpointInput])[]
  isPending: boolean
  onRestore: (key: string, touchpoint: TouchpointInput) => void
}

export const ArchivedList = ({ touchpoints, isPending, onRestore }: ArchivedListProps) => {
  const t = useTranslations('journeyEdit')
  const locale = useLocale()
  if (touchpoints.length === 0) return null
  return (
    <details className={classes.archived}>
      <summary>{t('archived', { count: touchpoints.length })}</summary>
      <ul>
        {touchpoints.map(([key, touchpoint]) => {
          const name = localize(touchpoint.name, locale)
          return (
            <li key={key}>
              <Link prefetch={false} href={`/responses?touchpoint=${key}`}>
                {name}
              </Link>
              <Button
                size="compact-sm"
                variant="default"
                disabled={isPending}
                onClick={() => onRestore(key, touchpoint)}
                aria-label={t('restoreNamed', { name })}
              >
                {t('restore')}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
