'use client'

import { Button, Popover } from '@mantine/core'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { holderOf } from '@/domain/survey/edit/same-place'
import { useEditor, useEditorState } from '../_store/use-editor'
import classes from './bar.module.css'
import { usePlaceWords } from './use-place-words'
import { useProblemWords } from './use-problem-words'

/** What is left to do before it can be published, each with a way there. */
export const Problems = () => {
  const t = useTranslations('editor.problems')
  const editor = useEditor()
  const problems = useEditorState((state) => state.problems)
  const [isOpen, setIsOpen] = useState(false)
  const words = useProblemWords()
  const placeWords = usePlaceWords()
  if (problems.length === 0)
    return (
      <p className={classes.fine}>
        <CircleCheck size={15} strokeWidth={1.5} aria-hidden /> <span>{t('none')}</span>
      </p>
    )
  const { draft } = editor.get().session
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={380} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<CircleAlert size={15} strokeWidth={1.5} />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('count', { count: problems.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        <ul className={classes.problems}>
          {problems.slice(0, 100).map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn whole whenever it changes
            <li key={index}>
              <button
                type="button"
                onClick={() => {
                  setIsOpen(false)
                  // After the list has given the focus back.
                  setTimeout(() => editor.open(holderOf(problem.place), nameIn(problem)), 60)
                }}
              >
                <span>{words(problem)}</span>
                <small>{placeWords(draft, problem.place)}</small>
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Which field takes the focus: an option's problem is shown in its list. */
const nameIn = ({ place, name }: { place: readonly string[]; name: string }): string =>
  place.length === 3 ? `${place[0]}s` : name
