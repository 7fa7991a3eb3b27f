'use client'

import { Combobox, useCombobox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { QuestionKind } from '@/domain/survey/definition'
import { findKinds, kindGroups } from '@/domain/survey/edit/find-kinds'
import { KindIcon } from './kind-icon'
import classes from './outline.module.css'

type KindMenuProps = {
  label: string
  onChoose: (kind: QuestionKind) => void
  /** what isn't offered: the kind that it is already */
  except?: QuestionKind
  /** the button that opens it */
  target: (toggle: () => void) => ReactNode
}

/** The kinds of question: in groups, or, once something is typed, those that are meant by it with the best one first. */
export const KindMenu = ({ label, onChoose, except, target }: KindMenuProps) => {
  const t = useTranslations('editor.add')
  const kinds = useTranslations('survey.kind')
  const hints = useTranslations('editor.kindHint')
  const [wanted, setWanted] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setWanted('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const offered = kindGroups.map(({ name, kinds: all }) => ({ name, kinds: all.filter((kind) => kind !== except) }))
  const found = wanted.trim()
    ? findKinds(
        offered.flatMap((group) => group.kinds.map((kind) => ({ kind, name: kinds(kind), hint: hints(kind) }))),
        wanted,
      )
    : undefined
  const option = (kind: QuestionKind) => (
    <Combobox.Option key={kind} value={kind}>
      <span className={classes.choice}>
        <KindIcon kind={kind} />
        <span>
          {kinds(kind)}
          <small>{hints(kind)}</small>
        </span>
      </span>
    </Combobox.Option>
  )
  /**
   * Escape closes the menu, gives the focus back to its button, and means nothing to what the menu stands in: what is heard in
   * a portal goes on to those around it, and the field that has the focus is gone with the menu.
   */
  const hearEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !combobox.dropdownOpened) return
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    event.preventDefault()
    combobox.closeDropdown('keyboard')
    combobox.focusTarget()
  }
  return (
    <span className={classes.kindMenu} onKeyDownCapture={hearEscape}>
      <Combobox
        store={combobox}
        width={320}
        position="bottom-start"
        onOptionSubmit={(kind) => {
          combobox.closeDropdown()
          onChoose(kind as QuestionKind)
        }}
      >
        <Combobox.Target targetType="button">{target(() => combobox.toggleDropdown())}</Combobox.Target>
        <Combobox.Dropdown>
          {/* Only while it is open: the settings of every question have such a menu. */}
          {combobox.dropdownOpened && (
            <>
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
              <Combobox.Options mah={380} style={{ overflowY: 'auto' }} aria-label={label}>
                {found?.length === 0 && <Combobox.Empty>{t('nothing')}</Combobox.Empty>}
                {found
                  ? found.map(option)
                  : offered.map(({ name, kinds: some }) => (
                      <Combobox.Group key={name} label={t(`group.${name}`)}>
                        {some.map(option)}
                      </Combobox.Group>
                    ))}
              </Combobox.Options>
            </>
          )}
        </Combobox.Dropdown>
      </Combobox>
    </span>
  )
}
