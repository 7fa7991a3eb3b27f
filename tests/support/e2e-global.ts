import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { FullConfig } from '@playwright/test'
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

type Installation = { env: Record<string, string>; stop(): Promise<void> }

const startInstallation = async (): Promise<Installation> => {
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
  return {
    env: { E2E_URL: earshot.url, E2E_KEY: earshot.key, E2E_INBOX: inbox.url, E2E_EMAIL: email, E2E_PASSWORD: password },
    stop: async () => {
      await earshot.stop()
      inbox.close()
      await smtp.stop()
      await adminQuery(`drop database if exists ${name} with (force)`)
    },
  }
}

/**
 * Starts an installation with the demo's data for each worker, so that tests which run side by side share nothing. A worker's
 * tests find their own by E2E_URL, E2E_KEY, and the administrator E2E_EMAIL / E2E_PASSWORD; E2E_INBOX answers with the mails
 * that arrived, as JSON (`playwright.config.ts` hands them out).
 */
const start = async ({ workers }: FullConfig): Promise<() => Promise<void>> => {
  const installations = await Promise.all(Array.from({ length: workers }, startInstallation))
  process.env.E2E_INSTALLATIONS = JSON.stringify(installations.map(({ env }) => env))
  return async () => {
    await Promise.all(installations.map(({ stop }) => stop()))
  }
}

export default start
