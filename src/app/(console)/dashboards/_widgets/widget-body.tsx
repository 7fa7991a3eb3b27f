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

/** A widget's content, once all that it asks is there. */
export const widgetBody = async ({ widget, ...props }: WidgetProps): Promise<ReactNode> => {
  switch (widget.kind) {
    case 'number':
      return NumberWidget({ widget, ...props })
    case 'trend':
      return TrendWidget({ widget, ...props })
    case 'breakdown':
      return BreakdownWidget({ widget, ...props })
    case 'distribution':
      return DistributionWidget({ widget, ...props })
    case 'changes':
      return ChangesWidget({ widget, ...props })
    case 'rates':
      return RatesWidget({ widget, ...props })
    case 'journey':
      return JourneyWidget({ widget, ...props })
    case 'gap':
      return GapWidget({ widget, ...props })
    case 'newest':
      return NewestWidget({ widget, ...props })
    case 'cases':
      return CasesWidget({ widget, ...props })
    case 'alerts':
      return AlertsWidget({ widget, ...props })
    case 'loop':
      return LoopWidget({ widget, ...props })
    case 'note':
      return NoteWidget({ widget, ...props })
  }
}
