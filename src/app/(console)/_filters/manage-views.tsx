'use client'

import { ActionIcon, Modal, Switch, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { SavedView } from '@/pipeline/analyze/find-saved-views'
import classes from './filters.module.css'
import { changeKept, removeKept, restoreKept, type ViewProblem } from './saved-view-actions'

type ManageViewsProps = { views: readonly SavedView[]; mayTidy: boolean; onClose: () => void }
type Answer = { id: string } | ViewProblem

/** Renames, shares and takes away what was kept; what was taken away can be brought back at once. */
export const ManageViews = ({ views, mayTidy, onClose }: ManageViewsProps) => {
  const t = useTranslations('filters.saved')
  const [isPending, startTransition] = useTransition()
  const [removed, setRemoved] = useState<SavedView>()
  const [problem, setProblem] = useState<ViewProblem['problem']>()
  const run = (work: () => Promise<Answer>, done?: () => void) =>
    startTransition(async () => {
      const answer = await work()
      setProblem('problem' in answer ? answer.problem : undefined)
      if (!('problem' in answer)) done?.()
    })
  const rename = (view: SavedView, name: string) => {
    if (name.trim() !== '' && name !== view.name) run(() => changeKept({ id: view.id, change: { name } }))
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={t('manageTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <ul className={classes.kept} data-pending={isPending || undefined}>
        {views.map((view) => (
          <li key={view.id} className={classes.keptOne}>
            {view.isOwn || mayTidy ? (
              <TextInput
                className={classes.keptName}
                aria-label={t('nameOf', { name: view.name })}
                description={t(`kind.${view.kind}`)}
                inputWrapperOrder={['input', 'description']}
                defaultValue={view.name}
                maxLength={80}
                onBlur={(event) => rename(view, event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') event.currentTarget.blur()
                }}
              />
            ) : (
              <span className={classes.keptName}>
                {view.name} <small>{t('sharedBy', { name: view.owner })}</small>
              </span>
            )}
            {(view.isOwn || mayTidy) && (
              <>
                <Switch
                  label={t('shared')}
                  aria-label={t('shareOne', { name: view.name })}
                  checked={view.isShared}
                  disabled={!view.isOwn}
                  onChange={(event) => {
                    const isShared = event.currentTarget.checked
                    run(() => changeKept({ id: view.id, change: { isShared } }))
                  }}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('remove', { name: view.name })}
                  onClick={() =>
                    run(
                      () => removeKept(view.id),
                      () => setRemoved(view),
                    )
                  }
                >
                  <Trash2 size={16} strokeWidth={1.5} aria-hidden />
                </ActionIcon>
              </>
            )}
          </li>
        ))}
      </ul>
      <div role="status" className={classes.keptState}>
        {problem && <p>{t(`problem.${problem}`)}</p>}
        {removed && (
          <p>
            {t('removed', { name: removed.name })}{' '}
            <button
              type="button"
              onClick={() =>
                run(
                  () => restoreKept(removed.id),
                  () => setRemoved(undefined),
                )
              }
            >
              {t('undo')}
            </button>
          </p>
        )}
      </div>
    </Modal>
  )
}
