import pino from 'pino'
import { env } from '@/config/env'
import { logContext } from './context'

/** Fields that may hold personal data or secrets, wherever they stand in a logged object up to two levels deep. */
const PRIVATE = [
  'email',
  'phone',
  'name',
  'password',
  'token',
  'key',
  'secret',
  'answers',
  'text',
  'comment',
  'context',
  'attributes',
  'customer',
  'authorization',
  'cookie',
  'url',
  'subject',
  'to',
  'html',
]
const redacted = PRIVATE.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** Whatever looks like an address: mail servers and the database quote them in what they complain of. */
const mask = (text: string): string => text.replace(/[^\s<>()"',:;=]+@[^\s<>()"',:;]+/g, '…')

// Error messages of the database quote rows ("Key (email)=(…)"): their details stay out, code and stack stay in.
const describeError = (error: Error): Record<string, unknown> => ({
  type: error.name,
  message: mask(error.message).slice(0, 500),
  code: (error as { code?: unknown }).code,
  stack: error.stack && mask(error.stack.split('\n').slice(1, 12).join('\n')),
  ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
})

/**
 * Node's own standard output instead of pino's: that one, when the reader has gone (the start script was killed), tries
 * for ever to write its last lines and keeps the process from ending.
 */
const output = (): pino.DestinationStream => {
  process.stdout.on('error', () => {})
  return { write: (line) => void process.stdout.write(line) }
}

const options = (): pino.LoggerOptions => ({
  level: env().logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: redacted, censor: '…' },
  serializers: { err: describeError, error: describeError },
  mixin: () => ({ ...logContext() }),
})

let logger: pino.Logger | undefined

/** JSON lines on standard output, each with the ids of its request or job and without personal data. */
export const log = (): pino.Logger => {
  logger ??= pino(options(), output())
  return logger
}
