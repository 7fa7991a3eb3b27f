'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Obstacle } from '@/domain/survey/edit/apply'
import { insist, lostBy } from '@/domain/survey/edit/insist'
import type { Operation, Place } from '@/domain/survey/edit/operation'
import { ChangeValue } from '../../_components/change-value'
import { useDraft, useEditor, useEditorState } from '../_store/use-editor'
import { usePlaceWords } from './use-place-words'
import classes from './workbench.module.css'

const placeOf = (operation: Operation): Place => {
  if (operation.do === 'set') return operation.at
  if (operation.do === 'turn') return ['question', operation.was.key]
  const list = operation.do === 'move' ? operation.from : operation.in
  const key = operation.do === 'move' ? operation.key : operation.item.key
  if (list[0] === 'pages') return ['page', key]
  if (list[0] === 'questions') return ['question', key]
  return list[0] === 'quotas' ? ['quota', key] : ['question', list[1]]
}

/** Where somebody else changed the same thing: both sides, and a choice. Nothing is lost until it is made. */
export const Conflicts = () => {
  const conflicts = useEditorState(({ session }) => session.conflicts)
  return conflicts.length > 0 && <ConflictList conflicts={conflicts} />
}

const ConflictList = ({ conflicts }: { conflicts: readonly Obstacle[] }) => {
  const t = useTranslations('editor.conflict')
  const fields = useTranslations('versions.field')
  const editor = useEditor()
  const kinds = useTranslations('survey.kind')
  const draft = useDraft()
  const locale = useEditorState((state) => state.locale)
  const placeWords = usePlaceWords()
  const value = (given: unknown) => <ChangeValue value={given} locale={locale} definition={draft} />
  const mine = ({ operation }: Obstacle) => {
    if (operation.do === 'set') return value(operation.to)
    return operation.do === 'turn' ? t('did.turn', { kind: kinds(operation.to.kind) }) : t(`did.${operation.do}`)
  }
  const theirs = ({ why, operation, current }: Obstacle) =>
    why === 'gone' ? t('gone') : operation.do === 'set' ? value(current) : t('changed')
  return (
    <section className={classes.conflicts} aria-label={t('title')} role="alert">
      <h2>{t('title')}</h2>
      <ul>
        {conflicts.map((conflict, index) => {
          const { operation } = conflict
          const name = operation.do === 'set' ? operation.name : undefined
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: conflicts have no key and leave one at a time
            <li key={index}>
              <p>
                {placeWords(draft, placeOf(operation))}
                {name && ` · ${fields.has(name as 'text') ? fields(name as 'text') : name}`}
              </p>
              <dl>
                <div>
                  <dt>{t('mine')}</dt>
                  <dd>{mine(conflict)}</dd>
                </div>
                <div>
                  <dt>{t('theirs')}</dt>
                  <dd>{theirs(conflict)}</dd>
                </div>
              </dl>
              <Losses conflict={conflict} />
              <div className={classes.choice}>
                {insist(conflict) && (
                  <Button size="compact-sm" variant="default" onClick={() => editor.settle(conflict, 'mine')}>
                    {t('takeMine')}
                  </Button>
                )}
                <Button size="compact-sm" variant="default" onClick={() => editor.settle(conflict, 'theirs')}>
                  {t('takeTheirs')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What taking mine costs, where it isn't what is shown of mine: a question's settings that the other kind has no place for. */
const Losses = ({ conflict }: { conflict: Obstacle }) => {
  const t = useTranslations('editor.conflict')
  const members = useTranslations('editor.turn.member')
  const fields = useTranslations('versions.field')
  const lost = lostBy(conflict)
  if (conflict.operation.do !== 'turn' || !insist(conflict)) return null
  if (lost.length === 0) return <p>{t('keeps')}</p>
  return (
    <>
      <p>{t('loses')}</p>
      <ul className={classes.losses}>
        {lost.map(({ name, count = 1 }) => (
          <li key={name}>
            {members.has(name as 'options')
              ? members(name as 'options', { count })
              : fields.has(name as 'text')
                ? fields(name as 'text')
                : name}
          </li>
        ))}
      </ul>
    </>
  )
}
