import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Trouble } from './trouble.mjs'

/** `id` knows every source of users, on Linux and macOS alike. */
const id = (option, who) => {
  const asked = spawnSync('id', [option, String(who)], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.trim() : undefined
}

const lookUp = (name) => {
  const uid = id('-u', name)
  return uid === undefined ? undefined : { name, uid: Number(uid), gid: Number(id('-g', name)) }
}

const nameOf = (uid) => id('-un', uid) ?? String(uid)

const create = () => {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  if (made.status === 0) return lookUp('postgres')
  spawnSync('adduser', ['-S', '-D', '-H', 'postgres'])
  return lookUp('postgres')
}

/**
 * Who the embedded server runs as: { name, uid, gid }, or undefined for this user itself. PostgreSQL refuses to run as
 * root, so root hands it to the owner of existing data, to the user `postgres` (made if missing), or to `nobody`.
 */
export const serverUser = (dataFolder) => {
  if (process.getuid?.() !== 0) {
    if (existsSync(dataFolder) && statSync(dataFolder).uid !== process.getuid?.())
      throw new Trouble(
        `The database folder ${dataFolder} belongs to user ${nameOf(statSync(dataFolder).uid)}.`,
        'Start as root as before, or give the whole data folder to this user with chown -R.',
      )
    return undefined
  }
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder)
    if (uid !== 0) return { name: nameOf(uid), uid, gid }
  }
  const user = lookUp('postgres') ?? create() ?? lookUp('nobody')
  if (!user)
    throw new Trouble(
      'PostgreSQL does not run as root, and no user for it could be made.',
      'Start as an ordinary user, or make one with: useradd --system postgres',
    )
  return user
}

/** The options that make a child process run as that user. */
export const asUser = (user) => (user ? { uid: user.uid, gid: user.gid } : {})

const canEnter = (folder, user) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asUser(user), cwd: '/', stdio: 'ignore' }).status === 0

/** Throws a trouble that names the outermost folder on the way to `target` which that user may not enter. */
export const checkReach = (target, user, purpose) => {
  if (!user || canEnter(target, user)) return
  const chain = [target]
  while (dirname(chain[0]) !== chain[0]) chain.unshift(dirname(chain[0]))
  const blocking = chain.find((folder) => !canEnter(folder, user)) ?? target
  const elsewhere =
    purpose === 'data'
      ? 'or set EARSHOT_DATA_DIR to a folder that everyone can reach, such as /var/lib/earshot'
      : 'or move the checkout, for instance to /opt/earshot'
  throw new Trouble(
    `PostgreSQL runs as user ${user.name} (it refuses root), and that user may not enter ${blocking}.`,
    `Allow it with: chmod o+x ${blocking}, ${elsewhere}, or start as an ordinary user.`,
  )
}
