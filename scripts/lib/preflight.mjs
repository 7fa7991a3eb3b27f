import { chmodSync, existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { ROOT } from './places.mjs'
import { Trouble } from './trouble.mjs'

const MEBIBYTE = 1024 * 1024

/** Parents one by one: Node's own recursion never ends where the system answers that a parent is missing for ever, as /proc does. */
const makeFolder = (folder, mode) => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), 0o755)
  mkdirSync(folder)
  chmodSync(folder, mode)
}

/** Makes the data folder and proves that this user can write into it. */
export const checkFolder = (where) => {
  try {
    // Others may pass through to the database folder, which belongs to another user when root starts; they may not list.
    makeFolder(where.dataDir, 0o711)
    makeFolder(where.logs, 0o700)
    makeFolder(where.secrets, 0o700)
    const probe = join(where.dataDir, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Trouble(
      `The data folder ${where.dataDir} cannot be written (${error.code ?? error.message}).`,
      'Give this user write access to it, or set EARSHOT_DATA_DIR to another folder.',
    )
  }
}

export const checkSpace = (where) => {
  const needed = [
    [ROOT, existsSync(join(ROOT, '.next', 'BUILD_ID')) ? 100 : 1500, 'packages and build'],
    [where.dataDir, existsSync(where.postgres) ? 100 : 300, 'data'],
  ]
  for (const [folder, mebibytes, purpose] of needed) {
    const { bavail, bsize } = statfsSync(folder)
    const free = Math.floor((bavail * bsize) / MEBIBYTE)
    if (free < mebibytes)
      throw new Trouble(
        `Only ${free} MB are free at ${folder}; ${purpose} need ${mebibytes} MB.`,
        'Free some space, or set EARSHOT_DATA_DIR to a folder on another disk.',
      )
  }
}

const listen = (port, host) =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', (error) => done(error))
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(undefined)))
  })

/** Tries the address that the web process will listen on. */
export const checkPort = async (port, host) => {
  const error = await listen(port, host)
  if (!error) return
  if (error.code === 'EADDRINUSE')
    throw new Trouble(
      `Port ${port} on ${host} is in use by another program.`,
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  if (error.code === 'EACCES')
    throw new Trouble(`This user may not listen on port ${port}.`, 'Choose a port above 1023, such as PORT=3000.')
  throw new Trouble(
    `HOST=${host} cannot be listened on (${error.code}).`,
    'Set HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
  )
}

/** A loopback port that is free now; `preferred` is kept when it is. */
export const findPort = async (preferred) => {
  if (preferred && !(await listen(preferred, '127.0.0.1'))) return preferred
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
