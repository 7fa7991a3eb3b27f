import { Card } from '@/components/ui/card'
import { localize } from '@/domain/localized'
import type { WidgetOf } from './board'
import type { WidgetProps } from './widget-body'
import classes from './widgets.module.css'

/** Words of those who composed the dashboard; an empty line begins a paragraph. */
export const NoteWidget = ({ widget, board, title }: WidgetProps<WidgetOf<'note'>>) => (
  <Card title={title}>
    <div className={classes.note}>
      {localize(widget.text, board.locale)
        .split(/\n\s*\n/)
        .map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing else to be told apart by, and hold no state
          <p key={at}>{paragraph}</p>
        ))}
    </div>
  </Card>
)
