'use client'

import { Button, Modal } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { DeletionPreview } from '@/pipeline/analyze/preview-deletion'
import { confirmDeletion, type DeletionProblem, foretellDeletion } from '../actions'
import classes from './deletion.module.css'
import { DeletionEffects } from './deletion-effects'

/** Deletes a response after its effect on the numbers was shown. */
export const DeleteButton = ({ id }: { id: string }) => {
  const t = useTranslations('deletion')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [told, setTold] = useState<DeletionPreview | DeletionProblem>()
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    setTold(undefined)
    setOpen(true)
    startTransition(async () => setTold(await foretellDeletion(id)))
  }
  const confirm = () =>
    startTransition(async () => {
      const answer = await confirmDeletion(id)
      if ('problem' in answer) setTold(answer)
      else router.push('/responses')
    })
  return (
    <>
      <Button variant="default" leftSection={<Trash2 size={16} strokeWidth={1.5} aria-hidden />} onClick={open}>
        {t('open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size="lg"
        title={t('title')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <div role="status" className={classes.told}>
          {!told && <p>{t('counting')}</p>}
          {told && 'problem' in told && <p>{t(`problem.${told.problem}`)}</p>}
        </div>
        {told && !('problem' in told) && <DeletionEffects preview={told} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setOpen(false)} data-autofocus>
            {t('keep')}
          </Button>
          <Button color="red" loading={isPending} disabled={!told || 'problem' in told} onClick={confirm}>
            {t('confirm')}
          </Button>
        </div>
      </Modal>
    </>
  )
}
