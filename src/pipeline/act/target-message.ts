import { env } from '@/config/env'
import { chatAdapters } from '@/delivery/chat/adapters'
import { alertChat, testChat } from '@/delivery/chat/chat-content'
import { alertContent } from '@/delivery/email/alert-content'
import { Undeliverable } from '@/delivery/undeliverable'
import type { ChatApp } from '@/domain/delivery/target-kinds'
import { type ClaimedDelivery, saveMessage } from '@/store/delivery/claim-delivery'
import { loadAlertMessage } from '@/store/delivery/load-alert-message'
import type { LoadedTarget } from '@/store/target/loaded-target'
import { alertUrl } from './alert-links'
import { webhookPayload } from './webhook-payload'

type Body = { subject: string; text: string }

const forWebhook = async (delivery: ClaimedDelivery, words: boolean): Promise<Body> => {
  const payload = await webhookPayload(delivery, words)
  return { subject: payload.type, text: JSON.stringify(payload) }
}

/** A group's message leads to the case by its own address, for members who are signed in: a key to it would be everybody's there. */
const forChat = async (app: ChatApp, delivery: ClaimedDelivery, words: boolean): Promise<Body> => {
  const { organizationId, alertId, locale, kind } = delivery
  const { appUrl } = env()
  if (kind === 'target_test') {
    const content = testChat(locale, appUrl)
    return { subject: content.title, text: JSON.stringify(chatAdapters[app].write(content)) }
  }
  const about = alertId === null ? undefined : await loadAlertMessage(organizationId, alertId)
  if (!about) throw new Undeliverable('What this message is about is gone.')
  const open = alertUrl(about)
  const content = alertChat(alertContent({ ...about, locale, links: { acknowledge: '', open } }), words)
  return { subject: content.title, text: JSON.stringify(chatAdapters[app].write(content)) }
}

/** The body of what is posted, written at the first attempt and kept: a retry says the same. */
export const targetMessageFor = async (
  delivery: ClaimedDelivery,
  { app, words }: Pick<LoadedTarget, 'app' | 'words'>,
): Promise<string> => {
  if (delivery.text !== null) return delivery.text
  const body = app === null ? await forWebhook(delivery, words) : await forChat(app, delivery, words)
  await saveMessage(delivery, { ...body, html: null })
  return body.text
}
