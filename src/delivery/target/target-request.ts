import type { ChatApp } from '@/domain/delivery/target-kinds'
import { chatAdapters } from '../chat/adapters'
import type { Answer, Posting } from './post'
import { signWebhook } from './sign-webhook'
import { judgeStatus, type Verdict } from './verdict'

/** Where a message goes, and what it is signed with. */
export type Addressee = { app: ChatApp | null; url: string; secret: string | null; formerSecret: string | null }

const json = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Earshot' }

/** What is posted now: the message as it was written, signed for this attempt. `id` is the delivery's, the same at every attempt. */
export const requestFor = (to: Addressee, { id, body, at }: { id: string; body: string; at: Date }): Posting => {
  if (to.app === null) {
    const secrets = [to.secret, to.formerSecret].filter((secret) => secret !== null)
    return { url: to.url, headers: { ...json, ...signWebhook({ id, at, body, secrets }) }, body }
  }
  const { sign } = chatAdapters[to.app]
  if (!sign || to.secret === null) return { url: to.url, headers: json, body }
  const signed = sign({ url: to.url, body: JSON.parse(body) as object }, to.secret, at)
  return { url: signed.url, headers: json, body: JSON.stringify(signed.body) }
}

export const judgeAnswer = (app: ChatApp | null, answer: Answer): Verdict =>
  app === null ? judgeStatus(answer) : chatAdapters[app].judge(answer)

/**
 * The head of a request for people to look at: without signatures, and without what an address keeps secret. The address of a chat
 * is its key; of a webhook only what follows the question mark is left out.
 */
export const requestHead = (app: ChatApp | null, { url, headers }: Posting): string => {
  const { origin, pathname, search } = new URL(url)
  const path = app === null ? `${pathname}${search === '' ? '' : '?…'}` : '/…'
  const shown = Object.entries(headers).map(
    ([name, value]) => `${name}: ${name === 'webhook-signature' ? value.replace(/v1,\S+/g, 'v1,…') : value}`,
  )
  return [`POST ${origin}${path}`, ...shown].join('\n')
}
