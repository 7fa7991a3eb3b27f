import { createHmac } from 'node:crypto'

/** A secret is `whsec_` and the key in base64. */
const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

export type Signed = { id: string; at: Date; body: string; secrets: readonly string[] }

/**
 * The headers of Standard Webhooks (github.com/standard-webhooks): HMAC-SHA256 over id, time in seconds and body, joined by dots; one
 * signature for each secret, so that a receiver may hold either while one is being changed for another.
 */
export const signWebhook = ({ id, at, body, secrets }: Signed): Record<string, string> => {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  )
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') }
}
