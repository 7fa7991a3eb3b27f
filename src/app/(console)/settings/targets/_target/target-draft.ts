import type { ChatApp, TargetChannel, WebhookEvent } from '@/domain/delivery/target-kinds'
import type { Localized } from '@/domain/localized'
import type { TargetView } from '@/pipeline/design/find-targets'
import { tidyName } from '../../../_components/tidy-name'

/** A webhook or a chat while it is being written. What is secret begins empty: left so, it stays as it is. */
export type TargetDraft = {
  name: Localized
  url: string
  secret: string
  app: ChatApp
  locale: string
  events: readonly WebhookEvent[]
}

export const newTarget: TargetDraft = {
  name: '',
  url: '',
  secret: '',
  app: 'wecom',
  locale: '',
  events: ['alert.raised', 'case.opened', 'case.resolved'],
}

export const draftOf = ({ channel, name, url, app, locale, events }: TargetView): TargetDraft => ({
  name: name ?? '',
  url: channel === 'webhook' ? url : '',
  secret: '',
  app: app ?? newTarget.app,
  locale: locale ?? '',
  events,
})

/** The draft as the machine door takes it. */
export const inputOf = (channel: TargetChannel, draft: TargetDraft, stored?: TargetView): Record<string, unknown> => {
  const name = tidyName(draft.name, stored?.name ?? undefined)
  const common = {
    ...(name === undefined ? {} : { name }),
    ...(draft.url.trim() === '' ? {} : { url: draft.url.trim() }),
    ...(draft.secret.trim() === '' ? {} : { secret: draft.secret.trim() }),
  }
  return channel === 'webhook'
    ? { ...common, events: draft.events }
    : { ...common, app: draft.app, ...(draft.locale === '' ? {} : { locale: draft.locale }) }
}
