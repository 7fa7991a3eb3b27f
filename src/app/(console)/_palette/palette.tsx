'use client'

import { Modal } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { readCommands } from './actions'
import { type Command, matching } from './match'
import classes from './palette.module.css'
import { useCustomerCommands } from './use-customer-commands'

const groups = ['actions', 'pages', 'surveys', 'touchpoints'] as const
const shown = 12

type PaletteProps = { commands: readonly Command[]; onClose: () => void; onSheet: () => void }

/** Everything that can be gone to, by typing a part of its name. */
export const Palette = ({ commands, onClose, onSheet }: PaletteProps) => {
  const t = useTranslations('palette')
  const shell = useTranslations('shell')
  const router = useRouter()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [read, setRead] = useState<readonly Command[]>([])
  useEffect(() => {
    let isOpen = true
    readCommands().then((found) => isOpen && setRead(found))
    return () => {
      isOpen = false
    }
  }, [])
  const labelled = useMemo(
    () =>
      groups.flatMap((group) =>
        [...commands, ...read]
          .filter((command) => command.group === group)
          .map((command) => ({
            ...command,
            label:
              'label' in command
                ? command.label
                : command.group === 'pages'
                  ? shell(`nav.${command.name as 'overview'}`)
                  : t(`action.${command.name as 'newSurvey'}`),
          })),
      ),
    [commands, read, shell, t],
  )
  const customers = useCustomerCommands(typed)
  const found = [...matching(labelled, typed).slice(0, shown), ...customers]
  const current = Math.min(active, Math.max(0, found.length - 1))
  const go = (href: string) => {
    onClose()
    router.push(href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setActive((current + step + found.length) % found.length)
    } else if (event.key === 'Enter' && found[current]) {
      event.preventDefault()
      go(found[current].href)
    }
  }
  return (
    <Modal.Root opened onClose={onClose} size={560} padding={0} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')}>
        <Modal.Body>
          <input
            className={classes.input}
            role="combobox"
            aria-label={t('title')}
            aria-expanded={found.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={found[current] ? `${id}-${found[current].id}` : undefined}
            aria-autocomplete="list"
            placeholder={t('placeholder')}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
            data-autofocus
          />
          <div id={`${id}-list`} role="listbox" aria-label={t('title')} className={classes.list}>
            {found.map((command, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field
              <div
                key={command.id}
                id={`${id}-${command.id}`}
                role="option"
                aria-selected={index === current}
                className={classes.option}
                onPointerMove={() => setActive(index)}
                onClick={() => go(command.href)}
              >
                <span>{command.label}</span>
                <small>{t(`group.${command.group}`)}</small>
              </div>
            ))}
          </div>
          {found.length === 0 && <p className={classes.none}>{t('none')}</p>}
          <p className={classes.foot}>
            <span>{t('hint')}</span>
            <button type="button" onClick={onSheet}>
              {t('shortcuts')}
            </button>
          </p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
