/** `whsec_` and the key itself in base64: 24 to 64 bytes, as Standard Webhooks wants it. */
const shape = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/

const bytesIn = (base64: string): number => (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0)

export const isWebhookSecret = (text: string): boolean => {
  const key = shape.exec(text)?.[1]
  if (key === undefined) return false
  const bytes = bytesIn(key)
  return bytes >= 24 && bytes <= 64
}

/** How long a former secret signs along with the new one unless something else is asked for. */
export const defaultOverlapHours = 24
