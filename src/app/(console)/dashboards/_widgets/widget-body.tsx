import type { ReactNode } from 'react'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Widget } from '@/domain/dashboard/dashboard'
import type { Board } from './board'
import { BreakdownWidget } from './breakdown-widget'
import { DistributionWidget } from './distribution-widget'
import { GapWidget } from './gap-widget'
import { JourneyWidget } from './journey-widget'
import { AlertsWidget, CasesWidget, LoopWidget } from './loop-widgets'
import { NoteWidget } from './note-widget'
import { NumberWidget } from './number-widget'
import { ChangesWidget, NewestWidget, RatesWidget } from './overview-widgets'
import { TrendWidget } from './trend-widget'

/** `name` in words, `title` as it stands above the widget; `narrowing` is the dashboard's and its own. */
export type WidgetProps<One extends Widget = Widget> = {
  widget: One
  board: Board
  name: string
  title: ReactNode
  narrowing: Narrowing
}

export const WidgetBody = ({ widget, ...props }: WidgetProps) => {
  switch (widget.kind) {
    case 'number':
      return <NumberWidget widget={widget} {...props} />
    case 'trend':
      return <TrendWidget widget={widget} {...props} />
    case 'breakdown':
      return <BreakdownWidget widget={widget} {...props} />
    case 'distribution':
      return <DistributionWidget widget={widget} {...props} />
    case 'changes':
      return <ChangesWidget widget={widget} {...props} />
    case 'rates':
      return <RatesWidget widget={widget} {...props} />
    case 'journey':
      return <JourneyWidget widget={widget} {...props} />
    case 'gap':
      return <GapWidget widget={widget} {...props} />
    case 'newest':
      return <NewestWidget widget={widget} {...props} />
    case 'cases':
      return <CasesWidget widget={widget} {...props} />
    case 'alerts':
      return <AlertsWidget widget={widget} {...props} />
    case 'loop':
      return <LoopWidget widget={widget} {...props} />
    case 'note':
      return <NoteWidget widget={widget} {...props} />
  }
}
