'use client'

import { Button, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ImportPlan } from '@/domain/survey/translation/plan-import'
import type { FileFault } from './files'
import classes from './translations.module.css'

type ImportDialogProps = {
  plan: ImportPlan | { fault: FileFault } | undefined
  onClose: () => void
  onTake: (plan: ImportPlan) => void
}

/** How many lines of a list are shown at once. */
const most = 200

/** What a file would change, and what of it doesn't fit, before anything is taken over. */
export const ImportDialog = ({ plan, onClose, onTake }: ImportDialogProps) => {
  const t = useTranslations('translations')
  const isBroken = plan !== undefined && 'fault' in plan
  const read = plan && !('fault' in plan) ? plan : undefined
  return (
    <Modal
      opened={plan !== undefined}
      onClose={onClose}
      title={t('importTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {isBroken && <p role="alert">{t(`file.${plan.fault}`)}</p>}
      {read && (
        <div className={classes.plan}>
          <p>{t('would', { changes: read.changes.length, unchanged: read.unchanged })}</p>
          {read.faults.length > 0 && (
            <>
              <h3>{t('unfit', { count: read.faults.length })}</h3>
              <ul className={classes.faults}>
                {read.faults.slice(0, most).map(({ line, id, fault }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                  <li key={index}>
                    {t('line', { line })} <code>{id}</code> {t(`fault.${fault}`)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {read.changes.length > 0 && (
            <>
              <h3>{t('changes', { count: read.changes.length })}</h3>
              <ul className={classes.faults}>
                {read.changes.slice(0, most).map(({ text, locale, was, words }) => (
                  <li key={`${text.id} ${locale}`}>
                    <code>{text.id}</code> {locale}: {was && <del>{was}</del>} <ins>{words}</ins>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        {read && read.changes.length > 0 && (
          <Button onClick={() => onTake(read)}>{t('take', { count: read.changes.length })}</Button>
        )}
      </div>
    </Modal>
  )
}
