import { z } from 'zod'
import { emailSchema } from '../schemas'
import { aboutOf } from './refusal'

/** What a mail system says became of a message for one address. */
export type Bounce = {
  /** in lower case */
  address: string
  /** the Message-ID of the message that came back, without its angle brackets; null where it isn't told */
  messageId: string | null
  /** RFC 3463: 5.1.1; null where none is told */
  status: string | null
  reason: string
  /** nobody will try again: what the message was about must find another way */
  isFinal: boolean
}

const enhanced = /^[245]\.\d{1,3}\.\d{1,3}$/

/** An enhanced status code (RFC 3463) from one, or from a reply code of SMTP, whose first digit has the same meaning. */
export const statusOf = (text: string): string | null => {
  const [code = ''] = text.trim().split(/\s/)
  if (enhanced.test(code)) return code
  return /^[245]\d\d$/.test(code) ? `${code[0]}.0.0` : null
}

/**
 * Whether a status says that the address takes no mail, now or later: a permanent failure (class 5) of the address, the mailbox or the way
 * to it. What is about the message, the server, a policy or who sends says nothing of the next message.
 */
export const marksAddress = (status: string | null): boolean => status?.startsWith('5.') === true && aboutOf(status) === 'address'

/** The enhanced status code in a mail server's answer, where it stands after the reply code: "550 5.1.1 no such user". */
export const statusInWords = (words: string): string | null =>
  /(?:^|\s)[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words)?.[1] ?? null

export const withoutBrackets = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '')

const oneSchema = z
  .strictObject({
    address: emailSchema,
    messageId: z.string().trim().min(1).max(998).optional(),
    status: z
      .string()
      .trim()
      .refine((text) => statusOf(text) !== null && !text.startsWith('2'), 'must be a status such as 5.1.1 or 550'),
    reason: z.string().trim().max(1000).default(''),
  })
  .transform(
    ({ address, messageId, status, reason }): Bounce => ({
      address,
      messageId: messageId === undefined ? null : withoutBrackets(messageId),
      status: statusOf(status),
      reason,
      isFinal: status.startsWith('5'),
    }),
  )

/** Bounces as a mail provider's webhook can be made to tell them. */
export const bouncesSchema = z.array(oneSchema).min(1, 'must hold a bounce').max(1000)

/** `marked`: nothing is sent to this address any more · `noted` · `known`: told before · `unknown`: nobody here has this address. */
export type BounceResult = { address: string; outcome: 'marked' | 'noted' | 'known' | 'unknown' }
