import { commandOf, parentOf } from './process.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * npm starts this script through a shell, which may stay between the two: then it is the shell whose parent changes when
 * npm has gone.
 */
const watchForOrphaning = (onOrphaned) => {
  const parent = process.ppid
  const isShell = /^(\S*\/)?(ba|da|z|a)?sh /.test(commandOf(parent))
  const grandparent = isShell ? parentOf(parent) : undefined
  const timer = setInterval(() => {
    if (process.ppid === parent && (!isShell || parentOf(parent) === grandparent)) return
    clearInterval(timer)
    onOrphaned()
  }, 1000)
  timer.unref()
}

/**
 * Calls `onStop(reason)` once, at the first signal or when npm, which started this script, has gone; a second Ctrl-C calls
 * `onForce`. A single keypress can arrive twice (from the terminal and from npm), so the second counts only after a moment.
 */
export const watchForStop = (onStop, onForce) => {
  let stoppedAt
  const stop = (reason) => {
    if (stoppedAt === undefined) {
      stoppedAt = Date.now()
      onStop(reason)
    } else if (reason === 'SIGINT' && Date.now() - stoppedAt > 700) onForce()
  }
  for (const name of SIGNALS) process.on(name, () => stop(name))
  // Output to a terminal that has gone must not end the shutdown half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  if (process.env.npm_lifecycle_event) watchForOrphaning(() => stop('npm has gone'))
}
