import { sleep } from './process.mjs'
import { Trouble } from './trouble.mjs'

const ANY = ['0.0.0.0', '::']

/** The address at which this machine itself reaches the web process. */
export const localAddress = ({ host, port }) =>
  `http://${ANY.includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`

/** Waits until the web process answers /readyz with 200; `deadChild()` names a process that died meanwhile. */
export const awaitReady = async (settings, deadChild, deadlineMs = 90_000) => {
  const end = Date.now() + deadlineMs
  let said = 'no answer yet'
  while (Date.now() < end) {
    if (deadChild()) return
    try {
      const answer = await fetch(`${localAddress(settings)}/readyz`, { signal: AbortSignal.timeout(5000) })
      if (answer.ok) return
      said = `${answer.status} ${(await answer.text()).slice(0, 300)}`
    } catch (error) {
      said = error.cause?.code ?? error.message
    }
    await sleep(100)
  }
  throw new Trouble(
    `The web process did not become ready within ${deadlineMs / 1000} s (${said}).`,
    `Its log is ${settings.where.logs}/web.log.`,
  )
}
