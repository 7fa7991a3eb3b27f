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
  /** whether its messages carry what people wrote */
  words: boolean
}

/** Systems get what people wrote only where somebody asks for it; people in a group are to read it. */
const wordsOfNew: Record<TargetChannel, boolean> = { webhook: false, chat: true }

const blank: Omit<TargetDraft, 'words'> = {
  name: '',
  url: '',
  secret: '',
  app: 'wecom',
  locale: '',
  events: ['alert.raised', 'case.opened', 'case.resolved'],
}

export const newTarget = (channel: TargetChannel): TargetDraft => ({ ...blank, words: wordsOfNew[channel] })

export const draftOf = ({ channel, name, url, app, locale, events, words }: TargetView): TargetDraft => ({
  name: name ?? '',
  url: channel === 'webhook' ? url : '',
  secret: '',
  app: app ?? blank.app,
  locale: locale ?? '',
  events,
  words,
})

/** The draft as the machine door takes it. */
export const inputOf = (channel: TargetChannel, draft: TargetDraft, stored?: TargetView): Record<string, unknown> => {
  const name = tidyName(draft.name, stored?.name ?? undefined)
  const common = {
    words: draft.words,
    ...(name === undefined ? {} : { name }),
    ...(draft.url.trim() === '' ? {} : { url: draft.url.trim() }),
    ...(draft.secret.trim() === '' ? {} : { secret: draft.secret.trim() }),
  }
  return channel === 'webhook'
    ? { ...common, events: draft.events }
    : { ...common, app: draft.app, ...(draft.locale === '' ? {} : { locale: draft.locale }) }
}
