'use client'

import { Button } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Question, QuestionKind } from '@/domain/survey/definition'
import { changeKind, type KindChange } from '@/domain/survey/edit/change-kind'
import { usePlaceWords } from '../_bar/use-place-words'
import { useProblemWords } from '../_bar/use-problem-words'
import { KindIcon } from '../_outline/kind-icon'
import { KindMenu } from '../_outline/kind-menu'
import { useEditor } from '../_store/use-editor'
import classes from './panel.module.css'

/** How many broken places are named one by one. */
const named = 5

const isHarmless = ({ lost, why, breaks }: KindChange): boolean => lost.length === 0 && !why && breaks.length === 0

/** The question's kind as its heading, and the way to another one; what that costs is said before it is done. */
export const ChangeKind = ({ question }: { question: Question }) => {
  const t = useTranslations('editor.turn')
  const kinds = useTranslations('survey.kind')
  const editor = useEditor()
  const [wanted, setWanted] = useState<QuestionKind | undefined>(undefined)
  const heading = useRef<HTMLButtonElement>(null)
  const foresee = (kind: QuestionKind) =>
    changeKind(editor.get().session.draft, question.key, { kind, published: editor.versions() })
  const take = (kind: QuestionKind, { operations, to }: KindChange): void => {
    const place = ['question', to] as const
    editor.perform(operations, { focus: ['question', question.key], follow: to === question.key ? undefined : place })
    editor.say({ about: 'turned', text: kinds(kind) })
    setWanted(undefined)
    heading.current?.focus()
  }
  const leave = (): void => {
    setWanted(undefined)
    heading.current?.focus()
  }
  const choose = (kind: QuestionKind): void => {
    const change = foresee(kind)
    if (!change) return
    if (isHarmless(change)) take(kind, change)
    else setWanted(kind)
  }
  const change = wanted && foresee(wanted)
  return (
    <>
      <h2>
        <KindMenu
          label={t('to')}
          except={question.kind}
          onChoose={choose}
          target={(toggle) => (
            <button
              ref={heading}
              type="button"
              className={classes.kindButton}
              aria-label={t('change', { kind: kinds(question.kind) })}
              onClick={toggle}
            >
              <KindIcon kind={question.kind} />
              {kinds(question.kind)}
              <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
            </button>
          )}
        />
      </h2>
      {wanted && change && <Cost kind={wanted} change={change} onTake={() => take(wanted, change)} onCancel={leave} />}
    </>
  )
}

type CostProps = { kind: QuestionKind; change: KindChange; onTake: () => void; onCancel: () => void }

/** What another kind comes to: what is lost, what stops working, and under which key it goes on. */
const Cost = ({ kind, change: { lost, to, why, breaks }, onTake, onCancel }: CostProps) => {
  const t = useTranslations('editor.turn')
  const kinds = useTranslations('survey.kind')
  const editor = useEditor()
  const placeWords = usePlaceWords()
  const problemWords = useProblemWords()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { draft } = editor.get().session
  return (
    <section className={classes.cost} aria-label={t('title', { kind: kinds(kind) })}>
      <h3>{t('title', { kind: kinds(kind) })}</h3>
      {lost.length > 0 && (
        <>
          <p>{t('lost')}</p>
          <ul>
            {lost.map(({ name, count }) => (
              <li key={name}>{t(`member.${name as 'options'}`, { count: count ?? 1 })}</li>
            ))}
          </ul>
        </>
      )}
      {breaks.length > 0 && (
        <>
          <p>{t('breaks', { count: breaks.length })}</p>
          <ul>
            {breaks.slice(0, named).map((problem) => (
              <li key={JSON.stringify(problem.place) + problem.name}>
                {placeWords(draft, problem.place)}: {problemWords(problem)}
              </li>
            ))}
          </ul>
        </>
      )}
      {why && <p>{t(why, { key: to })}</p>}
      <div className={classes.costChoice}>
        <Button ref={first} size="compact-sm" onClick={onTake}>
          {why ? t('takeUnder', { key: to }) : t('take')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  )
}
