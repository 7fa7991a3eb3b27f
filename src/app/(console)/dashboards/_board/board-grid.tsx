import type { Widget } from '@/domain/dashboard/dashboard'
import { readingOrder } from '@/domain/dashboard/layout'
import type { Board } from '../_widgets/board'
import { WidgetSlot } from '../_widgets/widget-slot'
import classes from './board.module.css'
import { placeStyles } from './place-style'

/** A dashboard's widgets in their places; each place has its size before anything is in it. On a phone they stand in reading order. */
export const BoardGrid = ({ widgets, board }: { widgets: readonly Widget[]; board: Board }) => {
  const places = placeStyles(widgets)
  return (
    <div className={classes.grid}>
      {readingOrder(widgets).map((widget) => (
        <div key={widget.id} className={classes.cell} data-kind={widget.kind} style={places.get(widget.id)}>
          <WidgetSlot widget={widget} board={board} />
        </div>
      ))}
    </div>
  )
}
