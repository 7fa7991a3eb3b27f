import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/config/env'
import { statusInWords } from '@/domain/delivery/bounce'
import { type RefusalAbout, readReply } from '@/domain/delivery/refusal'
import type { Message } from './render-alert'

/** A message with what its head says beside: whom an answer reaches, and where one click stops such mails (RFC 8058). */
export type Outgoing = Message & { replyTo?: string; unsubscribe?: string }

let transporter: Transporter | undefined

const open = (url: string): Transporter => {
  transporter ??= createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return transporter
}

export type Sent = 'smtp' | 'captured'

/** `about`: what the server's no is about */
export type SaidNo = { status: string | null; reason: string; about: RefusalAbout }

/**
 * What a mail server said that will have nothing of a message or its recipient; undefined for any other failure. What it says before
 * it is told who the message is for (a 5xx at MAIL FROM, say) is about us, and is tried again.
 */
export const readRefusal = (error: unknown): SaidNo | undefined => {
  const {
    responseCode: code,
    command,
    response,
    message,
  } = error as {
    responseCode?: number
    command?: string
    response?: string
    message?: string
  }
  if (code === undefined || code < 500 || (command !== 'RCPT TO' && command !== 'DATA')) return undefined
  const reason = (response ?? message ?? '').slice(0, 1000)
  const status = statusInWords(reason)
  const about = readReply({ code, command, status })
  return about && { status, reason, about }
}

/**
 * Hands a message to the mail server; without one it counts as captured. `id` makes the Message-ID, the same at every
 * try, so that a mailbox can tell a repeat. Mails with the same `thread` stand together in a mailbox: each refers to a first mail
 * that was never sent, so that it doesn't matter who got which. Throws what the server or the network says.
 */
export const sendEmail = async (
  id: string,
  to: { address: string; name: string },
  { unsubscribe, ...message }: Outgoing,
  thread?: string,
): Promise<Sent> => {
  const { smtpUrl, mailFrom, appUrl } = env()
  if (!smtpUrl) return 'captured'
  const { hostname } = new URL(appUrl)
  const root = thread === undefined ? undefined : `<${thread}@${hostname}>`
  await open(smtpUrl).sendMail({
    from: mailFrom,
    to,
    messageId: `<${id}@${hostname}>`,
    ...(root ? { inReplyTo: root, references: root } : {}),
    ...message,
    // Mailboxes must not answer an alert with an out-of-office note.
    headers: {
      ...{ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(unsubscribe ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
  })
  return 'smtp'
}

/** Whether the mail server can be reached and lets us in; undefined without one. */
export const checkMailServer = async (): Promise<boolean | undefined> => {
  const { smtpUrl } = env()
  if (!smtpUrl) return undefined
  return open(smtpUrl).verify()
}

export const closeMail = (): void => {
  transporter?.close()
  transporter = undefined
}
