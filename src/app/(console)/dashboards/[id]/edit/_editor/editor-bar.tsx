'use client'

import { ActionIcon, Button, Menu, Modal } from '@mantine/core'
import { Plus, Redo2, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { mostWidgets, type WidgetKind, widgetKinds } from '@/domain/dashboard/widget-kinds'
import classes from './editor.module.css'

type EditorBarProps = {
  name: string
  count: number
  history: { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void }
  isChanged: boolean
  isSaving: boolean
  back: string
  onAdd: (kind: WidgetKind) => void
  onDetails: () => void
  onSave: () => void
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The editor's tools; leaving with something unsaved asks first. */
export const EditorBar = (props: EditorBarProps) => {
  const { name, count, history, isChanged, isSaving, back, onAdd, onDetails, onSave } = props
  const t = useTranslations('dashboardEdit')
  const [isLeaving, setIsLeaving] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const isChosen = useRef(false)
  // The focus goes to what was added. By itself the menu would take it back a moment later.
  const choose = (kind: WidgetKind) => {
    isChosen.current = true
    onAdd(kind)
  }
  const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
  const { undo, redo } = history
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isTyping(event.target)) return
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo, redo])
  return (
    <div className={classes.head}>
      <h1>{name}</h1>
      <div className={classes.tools}>
        <Menu
          position="bottom-end"
          withinPortal
          returnFocus={false}
          onOpen={() => {
            isChosen.current = false
          }}
          onClose={() => {
            if (!isChosen.current) opener.current?.focus({ preventScroll: true })
          }}
        >
          <Menu.Target>
            <Button ref={opener} variant="default" leftSection={<Plus {...icon} />} disabled={count >= mostWidgets}>
              {t('add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            {widgetKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => choose(kind)}>
                {t(`kind.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" onClick={onDetails}>
          {t('details')}
        </Button>
        <ActionIcon variant="default" size={36} aria-label={t('undo')} disabled={!history.canUndo} onClick={undo}>
          <Undo2 {...icon} />
        </ActionIcon>
        <ActionIcon variant="default" size={36} aria-label={t('redo')} disabled={!history.canRedo} onClick={redo}>
          <Redo2 {...icon} />
        </ActionIcon>
        {isChanged ? (
          <Button variant="default" onClick={() => setIsLeaving(true)}>
            {t('cancel')}
          </Button>
        ) : (
          <Button component={Link} prefetch={false} href={back} variant="default">
            {t('cancel')}
          </Button>
        )}
        <Button loading={isSaving} disabled={!isChanged} onClick={onSave}>
          {t('save')}
        </Button>
      </div>
      <Modal
        opened={isLeaving}
        onClose={() => setIsLeaving(false)}
        title={t('leaveTitle')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <div className={classes.tools}>
          <Button component={Link} prefetch={false} href={back} variant="default">
            {t('leave')}
          </Button>
          <Button onClick={() => setIsLeaving(false)}>{t('stay')}</Button>
        </div>
      </Modal>
    </div>
  )
}
