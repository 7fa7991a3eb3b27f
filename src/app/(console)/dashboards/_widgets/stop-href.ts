import { listHref } from '@/components/format/list-href'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Board } from './board'

type Asked = Pick<Board, 'path' | 'view' | 'narrowing' | 'stopped'>

/** The board without what makes it slow: its own conditions, or else this widget. Null where nothing can be stopped. */
export const stopHref = ({ path, view, narrowing, stopped }: Asked, id: string): string | null => {
  if (path === null) return null
  const isWide = isKeptInRollups(narrowing)
  const widgets = isWide ? [...stopped, id] : stopped
  return listHref(path, view, { ...(isWide ? {} : { where: null, locale: null }), stopped: widgets.join(',') || null })
}

/** The board with a widget that was stopped counted after all. */
export const countHref = ({ path, view, stopped }: Asked, id: string): string =>
  listHref(path ?? '', view, { stopped: stopped.filter((one) => one !== id).join(',') || null })
