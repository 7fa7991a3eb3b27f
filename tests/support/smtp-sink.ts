import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { until } from './until'

export interface SmtpSink {
  url: string
  mails: (Email & { recipients: string[]; at: number })[]
  /** while set, every message is refused with this code: 4xx is for now, 5xx for good */
  refuseWith: number | undefined
  /** while set, every recipient is refused with this code */
  refuseRecipientWith: number | undefined
  /** while set, a message is kept waiting until the promise is settled */
  holdUntil: Promise<void> | undefined
  waitFor(matches: (mail: Email) => boolean, timeoutMs?: number): Promise<Email & { recipients: string[]; at: number }>
  stop(): Promise<void>
}

/** A real SMTP server that keeps what it gets. */
export const startSmtpSink = async (port = 0): Promise<SmtpSink> => {
  const sink: Pick<SmtpSink, 'mails' | 'refuseWith' | 'refuseRecipientWith' | 'holdUntil'> = {
    mails: [],
    refuseWith: undefined,
    refuseRecipientWith: undefined,
    holdUntil: undefined,
  }
  const refusal = (responseCode: number) => Object.assign(new Error('refused by the test'), { responseCode })
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_, __, done) => done(sink.refuseRecipientWith ? refusal(sink.refuseRecipientWith) : undefined),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        await sink.holdUntil
        if (sink.refuseWith) return done(refusal(sink.refuseWith))
        const mail = await PostalMime.parse(Buffer.concat(chunks))
        sink.mails.push({ ...mail, recipients: session.envelope.rcptTo.map(({ address }) => address), at: Date.now() })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${bound}`,
    waitFor: (matches: (mail: Email) => boolean, timeoutMs?: number) =>
      until(() => sink.mails.find((mail) => matches(mail)), 'a mail', timeoutMs),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}
