import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms))

export const isAlive = (pid) => {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  try {
    // A zombie answers signals but is gone already; its parent just has not looked yet.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return true
  }
}

/** The command line of a process, or '' when it cannot be read: guards against a number that was given to another program. */
export const commandOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return ps.stdout ?? ''
  }
}

/** The number of a process's parent; undefined when the process is gone. */
export const parentOf = (pid) => {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    const ps = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })
    return ps.status === 0 ? Number(ps.stdout) : undefined
  }
}

export const isRunning = (pid, commandPart) => isAlive(pid) && commandOf(pid).includes(commandPart)

/** Sends a signal and says whether there was anyone to receive it. */
export const signal = (pid, name) => {
  try {
    process.kill(pid, name)
    return true
  } catch (error) {
    if (error.code === 'ESRCH') return false
    throw error
  }
}

/** True once `isDone` holds, false when `ms` pass before. */
export const waitUntil = async (isDone, ms, everyMs = 50) => {
  const end = Date.now() + ms
  while (!(await isDone())) {
    if (Date.now() >= end) return false
    await sleep(everyMs)
  }
  return true
}

const commands = new Set()

/** Ends the commands that are still running when a start is stopped half-way. */
export const endCommands = () => {
  for (const child of commands) child.kill('SIGTERM')
}

/** Runs a command to its end and collects its output: { code, output, stdout }. */
export const run = (command, args, options = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    let stdout = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
      stdout += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
      options.onStderr?.(String(chunk))
    })
    child.on('error', (error) => {
      commands.delete(child)
      done({ code: 127, output: output + error.message, stdout })
    })
    commands.add(child)
    child.on('close', (code, killedBy) => {
      commands.delete(child)
      done({ code: code ?? 1, output: output + (killedBy ? `\nended by ${killedBy}` : ''), stdout })
    })
  })

export const tail = (text, lines = 15) => text.trimEnd().split('\n').slice(-lines).join('\n')
