'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { Ellipsis, GripVertical, MoveDiagonal2, Settings2, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import type { Widget } from '@/domain/dashboard/dashboard'
import board from '../../../_board/board.module.css'
import { type Step, stepOfKey, steps } from './compose'
import classes from './editor.module.css'

type EditorCellProps = {
  widget: Widget
  name: string
  /** undefined while it is on its way */
  content: ReactNode | undefined
  style: CSSProperties | undefined
  isHeld: boolean
  onPointer: (how: 'move' | 'size') => (event: PointerEvent<HTMLElement>) => void
  onStep: (step: Step, handle: 'move' | 'size') => void
  onSettings: () => void
  onCopy: () => void
  onRemove: () => void
}

const icon = { size: 15, strokeWidth: 1.5, 'aria-hidden': true } as const

/** A widget in its place with its handles: by pointer, by arrow keys, or step by step from its menu. */
export const EditorCell = (props: EditorCellProps) => {
  const { widget, name, content, style, isHeld, onPointer, onStep, onSettings, onCopy, onRemove } = props
  const t = useTranslations('dashboardEdit')
  const handle = (how: 'move' | 'size') => ({
    'data-handle': `${how} ${widget.id}`,
    'aria-label': t(how, { name }),
    'aria-describedby': `${how}-hint`,
    onPointerDown: onPointer(how),
    onKeyDown: (event: KeyboardEvent) => {
      const step = stepOfKey(how, event.key)
      if (!step) return
      event.preventDefault()
      onStep(step, how)
    },
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: what is grouped is a widget with its handles
    <div
      role="group"
      aria-label={name}
      className={`${board.cell} ${classes.cell}`}
      data-kind={widget.kind}
      data-held={isHeld || undefined}
      style={style}
    >
      <div className={classes.content} inert>
        {content === undefined ? (
          <Card title={name}>
            <div className={classes.waiting} />
          </Card>
        ) : (
          (content ?? (
            <Card title={name}>
              <p>{t('noPreview')}</p>
            </Card>
          ))
        )}
      </div>
      <div className={classes.bar}>
        <button type="button" className={classes.handle} {...handle('move')}>
          <GripVertical {...icon} />
        </button>
        <ActionIcon variant="subtle" color="gray" aria-label={t('settingsOf', { name })} onClick={onSettings}>
          <Settings2 {...icon} />
        </ActionIcon>
        <Menu position="bottom-end" withinPortal closeOnItemClick={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('menuOf', { name })}>
              <Ellipsis {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown data-steps>
            {steps.map((step) => (
              <Menu.Item key={step} onClick={() => onStep(step, 'move')}>
                {t(`step.${step}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item closeMenuOnClick onClick={onCopy}>
              {t('duplicate')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <ActionIcon variant="subtle" color="gray" aria-label={t('removeWidget', { name })} onClick={onRemove}>
          <Trash2 {...icon} />
        </ActionIcon>
      </div>
      <button type="button" className={classes.corner} {...handle('size')}>
        <MoveDiagonal2 {...icon} />
      </button>
    </div>
  )
}
