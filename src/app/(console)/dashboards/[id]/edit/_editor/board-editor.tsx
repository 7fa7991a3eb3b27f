'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useMetricName } from '@/components/ui/metric-name'
import type { DashboardInput, Widget } from '@/domain/dashboard/dashboard'
import { readingOrder } from '@/domain/dashboard/layout'
import { localize } from '@/domain/localized'
import type { FilterOptions } from '@/pipeline/analyze/get-filter-options'
import board from '../../../_board/board.module.css'
import { placeStyles } from '../../../_board/place-style'
import { widgetName } from '../../../_widgets/widget-name'
import { addWidget, changeWidget, copyWidget, removeWidget, type Step, stepWidget } from './compose'
import { DetailsDialog } from './details-dialog'
import classes from './editor.module.css'
import { EditorBar } from './editor-bar'
import { EditorCell } from './editor-cell'
import { SaveProblem } from './save-problem'
import { useGridPointer } from './use-grid-pointer'
import { useHistory } from './use-history'
import { usePreviews } from './use-previews'
import { useSave } from './use-save'
import { type SegmentChoice, WidgetSettings } from './widget-settings'

type BoardEditorProps = {
  id: string
  revision: number
  isOwn: boolean
  saved: DashboardInput
  /** what the saved widgets show, by id */
  contents: Readonly<Record<string, ReactNode>>
  options: FilterOptions
  segments: readonly SegmentChoice[]
  spread: readonly string[]
  /** the page's own parameters, so that a preview is narrowed as the page is */
  search: Readonly<Record<string, string>>
  back: string
}

/** Composes a dashboard: nothing is saved before one says so, and every step can be taken back. */
export const BoardEditor = (props: BoardEditorProps) => {
  const { id, revision, isOwn, saved, contents, options, segments, spread, search, back } = props
  const [t, names, metrics, locale] = [
    useTranslations('dashboardEdit'),
    useTranslations('dashboards'),
    useMetricName(),
    useLocale(),
  ]
  const history = useHistory(saved)
  const { present } = history
  const [settingsOf, setSettingsOf] = useState<string>()
  const [hasDetails, setHasDetails] = useState(false)
  const [said, setSaid] = useState('')
  const [removed, setRemoved] = useState<string>()
  const focus = useRef<string>(undefined)
  const grid = useRef<HTMLDivElement>(null)
  const contentOf = usePreviews(present.widgets, { saved: saved.widgets, contents, search })
  const isChanged = JSON.stringify(present) !== JSON.stringify(saved)
  const { save, isSaving, problem } = useSave({ id, revision, isChanged, back })
  const nameOf = (widget: Widget): string => widgetName(widget, names, metrics, locale) || t('kind.note')

  const set = (widgets: Widget[]) => {
    setRemoved(undefined)
    history.change({ ...present, widgets })
  }
  const pointer = useGridPointer({ grid, widgets: present.widgets, onDrop: set })
  const tell = (widgets: readonly Widget[], of: string) => {
    const widget = widgets.find((one) => one.id === of)
    if (widget) setSaid(t('placed', { name: nameOf(widget), column: widget.x + 1, row: widget.y + 1, w: widget.w, h: widget.h }))
  }
  const step = (of: string) => (to: Step, handle: 'move' | 'size') => {
    const widgets = stepWidget(present.widgets, of, to)
    if (JSON.stringify(widgets) === JSON.stringify(present.widgets)) return setSaid(t('edge'))
    set(widgets)
    tell(widgets, of)
    // A widget that changed its place among the others is a moved element, and may have lost the focus.
    focus.current = `${handle} ${of}`
  }
  const put = ({ id: added, widgets }: { id: string; widgets: Widget[] }) => {
    set(widgets)
    tell(widgets, added)
    focus.current = `move ${added}`
  }
  const remove = (widget: Widget) => {
    set(removeWidget(present.widgets, widget.id))
    setRemoved(nameOf(widget))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handle is there again once the widgets are drawn
  useEffect(() => {
    const wanted = focus.current
    focus.current = undefined
    if (!wanted) return
    // A frame later the menu that a widget was chosen from has let go of the focus; one that stays open keeps it.
    const frame = requestAnimationFrame(() => {
      const handle = document.querySelector<HTMLElement>(`[data-handle="${CSS.escape(wanted)}"]`)
      const isInMenu = document.activeElement?.closest('[role=menu]')?.hasAttribute('data-steps')
      if (!isInMenu) handle?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [present])

  const places = placeStyles(pointer.shown)
  const open = present.widgets.find((one) => one.id === settingsOf)
  return (
    <div>
      <EditorBar
        name={localize(present.name, locale)}
        count={present.widgets.length}
        {...{ history, isChanged, isSaving, back }}
        onAdd={(kind) => put(addWidget(present.widgets, kind, t('noteWords')))}
        onDetails={() => setHasDetails(true)}
        onSave={() => save(present)}
      />
      <p id="move-hint" hidden>
        {t('moveHint')}
      </p>
      <p id="size-hint" hidden>
        {t('sizeHint')}
      </p>
      <div ref={grid} className={`${board.grid} ${classes.grid}`} data-editing>
        {readingOrder(pointer.shown).map((widget) => (
          <EditorCell
            key={widget.id}
            widget={widget}
            name={nameOf(widget)}
            content={contentOf(widget)}
            style={places.get(widget.id)}
            isHeld={pointer.held === widget.id}
            onPointer={(how) => pointer.begin(how, widget)}
            onStep={step(widget.id)}
            onSettings={() => setSettingsOf(widget.id)}
            onCopy={() => put(copyWidget(present.widgets, widget))}
            onRemove={() => remove(widget)}
          />
        ))}
      </div>
      <p className={classes.hint}>{present.widgets.length === 0 ? t('begin') : t('hint')}</p>
      <div role="status" className={removed ? classes.notice : undefined}>
        {removed ? (
          <>
            {t('removedWidget', { name: removed })}{' '}
            <button
              type="button"
              onClick={() => {
                history.undo()
                setRemoved(undefined)
              }}
            >
              {t('undo')}
            </button>
          </>
        ) : (
          <span className={classes.unseen}>{said}</span>
        )}
      </div>
      {problem && <SaveProblem id={id} problem={problem} onOverwrite={(over) => save(present, over)} />}
      {open && (
        <WidgetSettings
          widget={open}
          name={nameOf(open)}
          {...{ options, segments, spread }}
          onDone={(next) => {
            set(changeWidget(present.widgets, next))
            setSettingsOf(undefined)
          }}
          onClose={() => setSettingsOf(undefined)}
        />
      )}
      {hasDetails && (
        <DetailsDialog
          details={present}
          isOwn={isOwn}
          onDone={(details) => {
            history.change({ ...present, ...details })
            setHasDetails(false)
          }}
          onClose={() => setHasDetails(false)}
        />
      )}
    </div>
  )
}
