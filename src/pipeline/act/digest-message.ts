import { env } from '@/config/env'
import type { AlertMailInput } from '@/delivery/email/alert-content'
import type { Message } from '@/delivery/email/render-alert'
import { renderDigest } from '@/delivery/email/render-digest'
import { Undeliverable } from '@/delivery/undeliverable'
import { type ClaimedDelivery, saveMessage } from '@/store/delivery/claim-delivery'
import { loadAlertMessage } from '@/store/delivery/load-alert-message'
import { loadDigest } from '@/store/delivery/load-digest'
import { linksOf } from './alert-links'

/** More than these nobody reads in a mail. */
const mostListed = 50

/** The alerts over somebody's budget, in the words of the first attempt: a retry says the same. */
export const digestMessageFor = async (delivery: ClaimedDelivery): Promise<Message> => {
  const { organizationId, id, locale, subject, text, html } = delivery
  if (subject !== null && text !== null && html !== null) return { subject, text, html }
  const digest = await loadDigest(organizationId, id, mostListed)
  if (!digest) throw new Undeliverable('What this message is about is gone.')
  const items: AlertMailInput[] = []
  for (const alertId of digest.listed) {
    const about = await loadAlertMessage(organizationId, alertId)
    if (!about) continue
    const links = linksOf(delivery, about)
    items.push({ ...about, organization: { ...about.organization, timeZone: digest.timeZone }, locale, links })
  }
  const message = renderDigest({
    ...{
      organization: digest.organization,
      timeZone: digest.timeZone,
      perDay: delivery.why ? null : digest.perDay,
      alerts: digest.alerts,
    },
    ...{ locale, items, at: new Date(), more: digest.subjects - items.length, url: `${env().appUrl}/cases?view=mine` },
    instead: delivery.why !== null && 'name' in delivery.why ? delivery.why.name : undefined,
  })
  await saveMessage(delivery, message)
  return message
}
