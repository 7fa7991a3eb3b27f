import type { getTranslations } from 'next-intl/server'
import type { Widget } from '@/domain/dashboard/dashboard'
import { localize } from '@/domain/localized'

type Words = Awaited<ReturnType<typeof getTranslations<'dashboards'>>>

/** What a widget is called: its own title, or what it shows. A note without a title has none. */
export const widgetName = (widget: Widget, t: Words, nameOf: (metric: string) => string, locale: string): string => {
  if (widget.title) return localize(widget.title, locale)
  const metric = 'metric' in widget ? nameOf(widget.metric) : ''
  if (widget.kind === 'breakdown') return t(`usual.by.${widget.by}`, { metric })
  return widget.kind === 'note' ? '' : t(`usual.${widget.kind}`, { metric })
}
