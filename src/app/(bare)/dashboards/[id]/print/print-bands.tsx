import type { CSSProperties } from 'react'
import board from '@/app/(console)/dashboards/_board/board.module.css'
import type { Board } from '@/app/(console)/dashboards/_widgets/board'
import { WidgetSlot } from '@/app/(console)/dashboards/_widgets/widget-slot'
import type { Widget } from '@/domain/dashboard/dashboard'
import { bandsOf, columns, narrowColumns, narrowed } from '@/domain/dashboard/layout'
import type { Turn } from './paper'
import classes from './print.module.css'

/** Rows of widgets that nothing reaches across: pages break between them. Upright paper takes the narrow grid. */
export const PrintBands = ({ widgets, board: asked, turn }: { widgets: readonly Widget[]; board: Board; turn: Turn }) => {
  const isWide = turn === 'landscape'
  const bands = bandsOf(isWide ? widgets : narrowed(widgets))
  const template = `repeat(${isWide ? columns : narrowColumns}, minmax(0, 1fr))`
  return bands.map((band) => {
    const top = Math.min(...band.map(({ y }) => y))
    return (
      <div key={band[0]?.id} className={`${board.grid} ${classes.band}`} data-editing style={{ gridTemplateColumns: template }}>
        {band.map((widget) => (
          <div
            key={widget.id}
            className={`${board.cell} ${classes.cell}`}
            data-kind={widget.kind}
            style={
              {
                '--column': `${widget.x + 1} / span ${widget.w}`,
                '--row': `${widget.y - top + 1} / span ${widget.h}`,
                '--h': widget.h,
              } as CSSProperties
            }
          >
            <WidgetSlot widget={widget} board={asked} />
          </div>
        ))}
      </div>
    )
  })
}
