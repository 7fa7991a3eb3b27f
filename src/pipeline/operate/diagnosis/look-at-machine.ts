import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/config/env'
import { bad, type Finding, good } from './finding'

const lookAtNode = (): Finding => {
  const { node } = process.versions
  const [major = 0, minor = 0] = node.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
    ? good('Node.js', node)
    : bad('Node.js', node, 'Install Node.js 20.19 or newer.')
}

const LEAST_FREE_MIB = 500

const lookAtDisk = async (): Promise<Finding> => {
  const { dataDir } = env()
  try {
    const { bavail, bsize } = await statfs(dataDir)
    const free = Math.floor((bavail * bsize) / 1024 / 1024)
    if (free < LEAST_FREE_MIB)
      return bad('disk', `${free} MB free at ${dataDir}`, 'Free some space; a full disk stops every answer.')
    return good('disk', `${free} MB free at ${dataDir}`)
  } catch (error) {
    return bad('disk', `${dataDir}: ${(error as Error).message}`, 'Make the folder, or set EARSHOT_DATA_DIR to one that exists.')
  }
}

/** Every file with a secret must be its owner's alone. */
const lookAtSecrets = async (): Promise<Finding> => {
  const folder = join(env().dataDir, 'secrets')
  const names = await readdir(folder).catch(() => [])
  const modes = await Promise.all(names.map(async (name) => ({ name, mode: (await stat(join(folder, name))).mode & 0o777 })))
  const open = modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ name }) => join(folder, name))
  if (open.length > 0) return bad('secrets', `others can read ${open.join(', ')}`, `chmod 600 ${open.join(' ')}`)
  return good('secrets', names.length === 0 ? 'given in the environment' : `${names.length} files, readable by their owner alone`)
}

export const lookAtMachine = (): Promise<Finding[]> => Promise.all([lookAtNode(), lookAtDisk(), lookAtSecrets()])
