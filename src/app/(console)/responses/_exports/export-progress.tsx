'use client'

import { Button, Progress } from '@mantine/core'
import { Download, Trash2, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { fileSize } from '@/components/format/file-size'
import { Moment } from '@/components/ui/moment'
import { isOpen } from '@/domain/work'
import { stopExport } from './actions'
import classes from './exports.module.css'
import type { ShownExport } from './use-exports'

const Bar = ({ done, total }: { done: number; total: number | null }) => {
  const t = useTranslations('exports')
  return (
    <Progress
      value={total ? (done / total) * 100 : 0}
      aria-label={t('progress')}
      size="sm"
      animated={!total}
      transitionDuration={150}
      className={classes.bar ?? ''}
    />
  )
}

/** How far an export is, and what can be done with it: take it, stop it, delete its file. */
export const ExportProgress = ({ item, onChange }: { item: ShownExport; onChange: () => void }) => {
  const t = useTranslations('exports')
  const locale = useLocale()
  const [isPending, startTransition] = useTransition()
  const { id, state, done, total, bytes, fault, url, expiresAt } = item
  const stop = () =>
    startTransition(async () => {
      await stopExport(id)
      onChange()
    })
  return (
    <div className={classes.progress}>
      {isOpen(state) && <Bar done={done} total={total} />}
      <p className={classes.state} data-failed={state === 'failed' || undefined}>
        {state === 'waiting' && t('waiting')}
        {state === 'running' && (total === null ? t('counting') : t('running', { done, total }))}
        {state === 'done' && t('done', { count: total ?? 0, size: fileSize(bytes ?? 0, locale) })}
        {state === 'failed' && t(`fault.${fault ?? 'unexpected'}`)}
        {state === 'cancelled' && t('cancelled')}
        {state === 'expired' && t('expired')}
        {state === 'done' && expiresAt && (
          <>
            {' '}
            {t('until')} <Moment at={expiresAt} as="day" />
          </>
        )}
      </p>
      <div className={classes.buttons}>
        {url && (
          <Button component="a" href={url} download size="xs" leftSection={<Download size={14} strokeWidth={1.5} aria-hidden />}>
            {t('download')}
          </Button>
        )}
        {(isOpen(state) || url) && (
          <Button
            size="xs"
            variant="default"
            disabled={isPending}
            onClick={stop}
            leftSection={url ? <Trash2 size={14} strokeWidth={1.5} aria-hidden /> : <X size={14} strokeWidth={1.5} aria-hidden />}
          >
            {url ? t('delete') : t('cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
