import { spawn } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './places.mjs'
import { isAlive, signal, waitUntil } from './process.mjs'
import { rotate } from './rotate.mjs'

const KEPT_LINES = 15
const WARN = 40

/** A log line for the console, or undefined when it is not worth one: JSON lines from warning up, short. */
const forConsole = (name, line, isVerbose) => {
  if (!line.startsWith('{')) return isVerbose ? `[${name}] ${line}` : undefined
  try {
    const { level, msg, err } = JSON.parse(line)
    if (level < WARN && !isVerbose) return undefined
    return `[${name}] ${level >= 50 ? 'error' : level >= WARN ? 'warning' : 'info'}: ${msg ?? ''}${err?.message ? `: ${err.message}` : ''}`
  } catch {
    return undefined
  }
}

/**
 * One of our processes. It has a process group of its own, so that a terminal's Ctrl-C reaches only this script, and a
 * channel to this script whose end tells it that the script has gone. Its lines go to DATA/logs/NAME.log.
 */
export const startChild = ({ name, script, env, logs, isVerbose = false, isQuiet, onExit }) => {
  const file = join(logs, `${name}.log`)
  rotate(file)
  let log = openSync(file, 'a', 0o600)
  const last = []
  const child = spawn(process.execPath, [join(ROOT, script)], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let written = 0
  const keep = (line) => {
    written += writeSync(log, `${line}\n`)
    if (written > 1024 * 1024) {
      written = 0
      if (rotate(file)) {
        closeSync(log)
        log = openSync(file, 'a', 0o600)
      }
    }
    last.push(line)
    if (last.length > KEPT_LINES) last.shift()
    const shown = forConsole(name, line, isVerbose)
    // While everything is being ended, complaints about what has already gone would bury the one line that matters.
    if (shown && !isQuiet()) console.log(shown)
  }
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', keep)
  const self = { name, script, pid: child.pid, file, isStopping: false, tail: () => last.join('\n') }
  child.on('error', (error) => keep(error.message))
  child.on('close', (code, killedBy) => {
    closeSync(log)
    onExit(self, killedBy ?? `status ${code}`)
  })
  return self
}

/** Asks a child to end, waits, and ends it by force at the deadline; says whether it went by itself. */
export const stopChild = async (child, deadlineMs) => {
  child.isStopping = true
  if (!signal(child.pid, 'SIGTERM')) return true
  if (await waitUntil(() => !isAlive(child.pid), deadlineMs)) return true
  signal(child.pid, 'SIGKILL')
  await waitUntil(() => !isAlive(child.pid), 2000)
  return false
}
