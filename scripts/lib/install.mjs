import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './places.mjs'
import { run, tail } from './process.mjs'
import { Trouble } from './trouble.mjs'

const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** What npm installed, as npm itself records it at the end of an installation. */
const installed = () => readPackages(join(ROOT, 'node_modules', '.package-lock.json'))

const isDevelopment = (entry) => entry.dev === true || entry.devOptional === true

/** Names of packages that the lock file wants and node_modules lacks or has in another version. */
export const missingPackages = ({ withDevelopment }) => {
  const wanted = readPackages(join(ROOT, 'package-lock.json')) ?? {}
  const have = installed() ?? {}
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.devOptional && (withDevelopment || !entry.dev))
    .filter(([path, entry]) => have[path]?.version !== entry.version)
    .map(([path]) => path)
}

const hasDevelopment = () => Object.values(installed() ?? {}).some(isDevelopment)

const npmCommand = () => {
  const script = process.env.npm_execpath
  return script && /npm-cli\.c?js$/.test(script) && existsSync(script) ? [process.execPath, [script]] : ['npm', []]
}

const remedyFor = (output) => {
  if (/ENOSPC/.test(output)) return 'The disk is full: free some space and start again.'
  if (/EACCES|EPERM/.test(output))
    return 'This user may not write to the checkout or to npm’s cache: change the owner (chown -R) or run as the owner.'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output))
    return 'npm cannot reach its registry: check the network, or npm’s proxy and registry settings, and start again.'
  if (/ENOENT.*npm/.test(output)) return 'npm was not found: install it with Node.js.'
  return 'Read npm’s message above, mend it, and start again.'
}

/** npm's first words name the fault; after them come its manual and a farewell. */
const faultOf = (output) => {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  return lines.length > 0 ? lines.slice(0, 8).join('\n') : tail(output)
}

/** Installs when the lock file wants something that is not there. Development packages stay if they were there. */
export const install = async ({ withDevelopment = false } = {}) => {
  const missing = missingPackages({ withDevelopment })
  if (missing.length === 0) return { note: 'up to date' }
  const keep = withDevelopment || hasDevelopment()
  const [command, before] = npmCommand()
  const args = [...before, 'ci', keep ? '--include=dev' : '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await run(command, args, { cwd: ROOT, env: { ...process.env, npm_config_progress: 'false' } })
  if (code !== 0) throw new Trouble('npm could not install the packages.', remedyFor(output), faultOf(output))
  const still = missingPackages({ withDevelopment })
  if (still.length > 0)
    throw new Trouble(`npm finished, but ${still[0]} is not there.`, 'Delete node_modules and start again.', tail(output))
  return { note: keep ? 'with development packages' : '' }
}
