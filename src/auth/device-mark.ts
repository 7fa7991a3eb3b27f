import { createHmac } from 'node:crypto'
import { env } from '@/config/env'

const keyed = (text: string): string =>
  createHmac('sha256', env().authSecret).update(`earshot.v1.device.${text}`).digest('base64url')

/**
 * What is kept of a device that answered an anonymous survey: a keyed hash of its address and browser that holds for one
 * day (UTC) and one survey. It can't be turned back, nor compared with that of another day or survey. `first` is a hash of
 * the response's id under the same key: the same response sent again is no second one.
 */
export const deviceMark = (
  device: { address: string; agent: string | null },
  { surveyId, responseId, at }: { surveyId: string; responseId: string; at: Date },
): { mark: string; first: string } => {
  const salt = `${at.toISOString().slice(0, 10)}.${surveyId}`
  return { mark: keyed(`${salt}.${device.address}.${device.agent ?? ''}`), first: keyed(`${salt}.response.${responseId}`) }
}
