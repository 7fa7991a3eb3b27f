import { env } from '@/config/env'
import { checkSmtp } from '@/delivery/email/check-smtp'
import { checkRedis } from '@/queue/check-redis'
import { bad, type Finding, good } from './finding'

const lookAtQueue = async (): Promise<Finding> => {
  const { redisUrl } = env()
  if (!redisUrl) return good('queue', 'in PostgreSQL')
  const redis = await checkRedis(redisUrl)
  if (!redis.isReachable)
    return bad(
      'queue',
      `Redis does not answer (${redis.reason})`,
      'Start it, or check REDIS_URL. Nothing is lost meanwhile; work waits.',
    )
  if (redis.policy !== undefined && redis.policy !== 'noeviction')
    return bad(
      'queue',
      `Redis may throw jobs away (maxmemory-policy ${redis.policy})`,
      'Run: redis-cli config set maxmemory-policy noeviction, and set it in redis.conf too.',
    )
  return good('queue', 'Redis answers and keeps every job')
}

const lookAtMail = async (): Promise<Finding> => {
  const { smtpUrl } = env()
  if (!smtpUrl) return good('mail', 'no SMTP_URL: messages are kept and shown on the Deliveries screen')
  const complaint = await checkSmtp(smtpUrl)
  if (complaint)
    return bad('mail', `the mail server refuses or does not answer (${complaint})`, 'Check SMTP_URL: host, port, user, password.')
  return good('mail', 'the mail server takes our connection')
}

const lookAtWeb = async (): Promise<Finding> => {
  const { port, host } = env()
  const local = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  const origin = `http://${local.includes(':') ? `[${local}]` : local}:${port}`
  try {
    const answer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(3_000) })
    if (answer.ok && /alive/.test(await answer.text())) return good('web', `answers at ${origin}`)
    return bad('web', `another program answers at ${origin}`, 'Stop that program, or set PORT to another port.')
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } }
    if (cause?.code === 'ECONNREFUSED') return good('web', `not running; port ${port} is free`)
    return bad('web', `${origin} does not answer in time`, 'Read the web process’s log, or set PORT to another port.')
  }
}

export const lookAtServices = (): Promise<Finding[]> => Promise.all([lookAtQueue(), lookAtMail(), lookAtWeb()])
