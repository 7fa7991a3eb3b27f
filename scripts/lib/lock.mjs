import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isRunning, signal, waitUntil } from './process.mjs'
import { Trouble } from './trouble.mjs'

/** @returns {{ pid: number, kind: 'start' | 'command', script: string, url?: string, children?: { pid: number, script: string }[] } | undefined} */
export const readLock = (where) => {
  try {
    return JSON.parse(readFileSync(where.lock, 'utf8'))
  } catch {
    return undefined
  }
}

const isHeld = (lock) => lock !== undefined && lock.pid !== process.pid && isRunning(lock.pid, lock.script)

/** The start or command that is at work on this data folder now, if there is one. */
export const liveHolder = (where) => {
  const lock = readLock(where)
  return isHeld(lock) ? lock : undefined
}

const write = (where, lock, flag) => {
  if (flag) return writeFileSync(where.lock, JSON.stringify(lock), { mode: 0o600, flag })
  const next = `${where.lock}.next`
  writeFileSync(next, JSON.stringify(lock), { mode: 0o600 })
  return renameSync(next, where.lock)
}

/** Web and worker that a killed start left behind; they notice by themselves, this makes sure before new ones start. */
const stopLeftovers = async (lock) => {
  const left = (lock.children ?? []).filter((child) => isRunning(child.pid, child.script))
  for (const child of left) signal(child.pid, 'SIGTERM')
  await waitUntil(() => left.every((child) => !isRunning(child.pid, child.script)), 10_000)
  for (const child of left) if (isRunning(child.pid, child.script)) signal(child.pid, 'SIGKILL')
}

/** Takes the data folder for this process, or throws a trouble that names who has it. */
export const takeLock = async (where, kind, script, url) => {
  const mine = { pid: process.pid, kind, script, url }
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      write(where, mine, 'wx')
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const held = readLock(where)
    if (isHeld(held)) {
      const who =
        held.kind === 'start'
          ? `Earshot is already running on this data folder at ${held.url}`
          : 'A command is at work on this data folder'
      throw new Trouble(
        `${who} (process ${held.pid}).`,
        `Stop it (kill ${held.pid}), or set EARSHOT_DATA_DIR and PORT for a second installation.`,
      )
    }
    if (held) await stopLeftovers(held)
    rmSync(where.lock, { force: true })
  }
  throw new Trouble(`The data folder ${where.dataDir} is being taken by another start.`, 'Try again in a moment.')
}

export const recordChildren = (where, children) => write(where, { ...readLock(where), children })

export const releaseLock = (where) => {
  if (readLock(where)?.pid === process.pid) rmSync(where.lock, { force: true })
}
