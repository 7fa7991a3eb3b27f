'use client'

import { Button, Combobox, useCombobox } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { QuestionKind } from '@/domain/survey/definition'
import { KindIcon } from './kind-icon'
import classes from './outline.module.css'
import { useCommands } from './use-commands'

const groups: readonly { name: 'scales' | 'choices' | 'tables' | 'words' | 'rest'; kinds: readonly QuestionKind[] }[] = [
  { name: 'scales', kinds: ['nps', 'csat', 'ces', 'rating', 'slider', 'gap'] },
  { name: 'choices', kinds: ['single_choice', 'multi_choice', 'dropdown', 'image_choice', 'ranking'] },
  { name: 'tables', kinds: ['matrix', 'constant_sum'] },
  { name: 'words', kinds: ['text', 'number', 'date', 'contact', 'file'] },
  { name: 'rest', kinds: ['consent', 'statement'] },
]

/** The kinds of question in groups, found by typing; the new question comes behind what is selected. */
export const AddQuestion = () => {
  const t = useTranslations('editor.add')
  const kinds = useTranslations('survey.kind')
  const hints = useTranslations('editor.kindHint')
  const commands = useCommands()
  const [wanted, setWanted] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setWanted('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const words = wanted.trim().toLowerCase()
  const isWanted = (kind: QuestionKind): boolean => `${kinds(kind)} ${hints(kind)} ${kind}`.toLowerCase().includes(words)
  const shown = groups
    .map(({ name, kinds: all }) => ({ name, kinds: all.filter(isWanted) }))
    .filter(({ kinds: some }) => some.length > 0)
  return (
    <Combobox
      store={combobox}
      width={320}
      position="bottom-start"
      onOptionSubmit={(kind) => {
        combobox.closeDropdown()
        commands.add(kind as QuestionKind)
      }}
    >
      <Combobox.Target targetType="button">
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<Plus size={15} strokeWidth={1.5} />}
          onClick={() => combobox.toggleDropdown()}
          data-add-question
        >
          {t('question')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
            requestAnimationFrame(() => combobox.selectFirstOption())
          }}
          placeholder={t('search')}
          aria-label={t('search')}
        />
        <Combobox.Options mah={380} style={{ overflowY: 'auto' }} aria-label={t('question')}>
          {shown.length === 0 && <Combobox.Empty>{t('nothing')}</Combobox.Empty>}
          {shown.map(({ name, kinds: some }) => (
            <Combobox.Group key={name} label={t(`group.${name}`)}>
              {some.map((kind) => (
                <Combobox.Option key={kind} value={kind}>
                  <span className={classes.choice}>
                    <KindIcon kind={kind} />
                    <span>
                      {kinds(kind)}
                      <small>{hints(kind)}</small>
                    </span>
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
