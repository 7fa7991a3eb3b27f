'use client'

import { Button, Modal } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { compareVersions } from '@/domain/survey/compare-versions'
import { isSame } from '@/domain/survey/edit/same-value'
import { VersionChanges } from '../../_components/version-changes'
import { useDraft, useEditor, useEditorState } from '../_store/use-editor'
import { type PublishResult, publishEdited } from '../actions'
import classes from './bar.module.css'
import { OpenInvitations } from './open-invitations'

/** Publishing, after a look at what it changes for customers. */
export const PublishButton = () => {
  const t = useTranslations('editor.publish')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="compact-md" onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {isOpen && <PublishDialog onClose={() => setIsOpen(false)} />}
      </Modal>
    </>
  )
}

const PublishDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('editor.publish')
  const editor = useEditor()
  const draft = useDraft()
  const problems = useEditorState((state) => state.problems)
  const conflicts = useEditorState(({ session }) => session.conflicts)
  const [isBusy, setIsBusy] = useState(false)
  const [result, setResult] = useState<PublishResult | { problem: 'unsaved' } | undefined>(undefined)
  const [latest, setLatest] = useState(editor.latest())
  const { surveyKey } = editor.setup
  const publish = async (): Promise<void> => {
    setIsBusy(true)
    try {
      if (!(await editor.flush())) {
        setResult({ problem: 'unsaved' })
        return
      }
      const answer = await publishEdited(surveyKey)
      if ('version' in answer && answer.shared) {
        editor.adopt(answer.shared.revision, answer.shared.draft)
        editor.published({ number: answer.version, definition: answer.shared.draft })
        setLatest({ number: answer.version, definition: answer.shared.draft })
      }
      setResult(answer)
    } catch {
      setResult({ problem: 'unsaved' })
    } finally {
      setIsBusy(false)
    }
  }
  if (result && 'version' in result)
    return (
      <div role="status" className={classes.published}>
        <p>{t('done', { version: result.version })}</p>
        <div className={classes.actions}>
          <Link prefetch={false} href={`/surveys/${surveyKey}`}>
            {t('toSurvey')}
          </Link>
          <Button variant="default" onClick={onClose}>
            {t('goOn')}
          </Button>
        </div>
      </div>
    )
  const changes = latest ? compareVersions(latest.definition, draft) : []
  const isUnchanged = latest !== undefined && (changes.length === 0 || isSame(latest.definition, draft))
  const isBlocked = problems.length > 0 || conflicts.length > 0
  return (
    <div className={classes.dialog}>
      <p>
        {latest ? (isUnchanged ? t('unchanged', { version: latest.number }) : t('lead', { version: latest.number })) : t('first')}
      </p>
      {latest && !isUnchanged && <VersionChanges changes={changes} before={latest.definition} after={draft} />}
      {latest && !isUnchanged && <OpenInvitations surveyKey={surveyKey} latest={latest} isAnonymous={draft.anonymous === true} />}
      {problems.length > 0 && <p className={classes.wrong}>{t('problems', { count: problems.length })}</p>}
      {conflicts.length > 0 && <p className={classes.wrong}>{t('conflicts')}</p>}
      {result && 'problem' in result && (
        <div role="alert" className={classes.wrong}>
          <p>{t(`problem.${result.problem}`)}</p>
          {'issues' in result && (
            <ul>
              {result.issues?.map(({ path, message }) => (
                <li key={`${path}${message}`}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button onClick={() => void publish()} loading={isBusy} disabled={isBlocked} data-autofocus>
          {t('publish')}
        </Button>
      </div>
    </div>
  )
}
