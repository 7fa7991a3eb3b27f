import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { adminQuery, databaseUrl } from './admin-query'
import { startEarshot } from './earshot'
import { freePort } from './ports'
import { startSmtpSink } from './smtp-sink'

const openInbox = async (mails: unknown[]): Promise<{ url: string; close(): void }> => {
  const port = await freePort()
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(mails)))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}

/**
 * Starts one installation with the demo's data for all browser tests. They find it by E2E_URL, E2E_KEY, and the
 * administrator E2E_EMAIL / E2E_PASSWORD; E2E_INBOX answers with the mails that arrived, as JSON.
 */
const start = async (): Promise<() => Promise<void>> => {
  const name = `e2e_${randomBytes(4).toString('hex')}`
  await adminQuery(`create database ${name}`)
  const smtp = await startSmtpSink()
  const inbox = await openInbox(smtp.mails)
  const email = 'admin@example.com'
  const password = randomBytes(12).toString('base64url')
  const earshot = await startEarshot({
    databaseUrl: databaseUrl(name),
    env: {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Earshot <earshot@example.com>',
      ADMIN_EMAIL: email,
      ADMIN_PASSWORD: password,
      EARSHOT_SEED: 'demo',
    },
  })
  Object.assign(process.env, {
    E2E_URL: earshot.url,
    E2E_KEY: earshot.key,
    E2E_INBOX: inbox.url,
    E2E_EMAIL: email,
    E2E_PASSWORD: password,
  })
  return async () => {
    await earshot.stop()
    inbox.close()
    await smtp.stop()
    await adminQuery(`drop database if exists ${name} with (force)`)
  }
}

export default start
