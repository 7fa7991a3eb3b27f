import type { Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { until } from './until'

/** `isAnswered`: the sender was told that it was taken */
export type SunkMail = Email & { recipients: string[]; at: number; isAnswered: boolean }

export interface SmtpSink {
  url: string
  mails: SunkMail[]
  /** so many of the next messages are kept, and the connection is dropped in place of an answer */
  drops: number
  /** while set, every message is refused with this code: 4xx is for now, 5xx for good */
  refuseWith: number | undefined
  /** while set, every recipient is refused with this code */
  refuseRecipientWith: number | undefined
  /** while set, says of each recipient how they are refused, if at all: "550 5.1.1 No such user" */
  refuseRecipient: ((address: string) => string | undefined) | undefined
  /** while set, every sender is refused with this code */
  refuseSenderWith: number | undefined
  /** while set, a message is kept waiting until the promise is settled */
  holdUntil: Promise<void> | undefined
  waitFor(matches: (mail: Email) => boolean, timeoutMs?: number): Promise<SunkMail>
  stop(): Promise<void>
}

/** A real SMTP server that keeps what it gets. */
export const startSmtpSink = async (port = 0): Promise<SmtpSink> => {
  const sink: Omit<SmtpSink, 'url' | 'waitFor' | 'stop'> = {
    mails: [],
    drops: 0,
    refuseWith: undefined,
    refuseRecipientWith: undefined,
    refuseRecipient: undefined,
    refuseSenderWith: undefined,
    holdUntil: undefined,
  }
  const refusal = (responseCode: number, words = 'refused by the test') => Object.assign(new Error(words), { responseCode })
  const refusalOf = (address: string): Error | undefined => {
    const said = sink.refuseRecipient?.(address)
    if (said !== undefined) return refusal(Number(said.slice(0, 3)), said.slice(4))
    return sink.refuseRecipientWith ? refusal(sink.refuseRecipientWith) : undefined
  }
  const sockets = new Map<number, Socket>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_, __, done) => done(sink.refuseSenderWith ? refusal(sink.refuseSenderWith) : undefined),
    onRcptTo: ({ address }, _, done) => done(refusalOf(address)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        await sink.holdUntil
        if (sink.refuseWith) return done(refusal(sink.refuseWith))
        const mail = await PostalMime.parse(Buffer.concat(chunks))
        const isAnswered = sink.drops === 0
        sink.mails.push({
          ...mail,
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          at: Date.now(),
          isAnswered,
        })
        if (isAnswered) return done()
        sink.drops -= 1
        sockets.get(session.remotePort)?.destroy()
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket))
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
