import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT } from '../lib/places.mjs'
import { run, tail } from '../lib/process.mjs'
import { Trouble } from '../lib/trouble.mjs'

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (names) => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin']
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

const named = (variable) => {
  const file = process.env[variable]
  if (!file) return undefined
  if (!isProgram(file))
    throw new Trouble(
      `${variable} is ${JSON.stringify(file)}, but a program is wanted.`,
      `Set ${variable} to the program’s path, or unset it.`,
    )
  return file
}

const findRedis = () => named('REDIS_SERVER') ?? onPath(['redis-server', 'valkey-server'])

const findChromium = async () => {
  const found = named('CHROMIUM') ?? onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
  if (found) return found
  const { chromium } = await import('@playwright/test')
  const cached = chromium.executablePath()
  return existsSync(cached) ? cached : undefined
}

const isDebianRoot = () => process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')

/** Debian's packages, without starting any service. */
const installFromDebian = async (packages) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { code, output } = await run('apt-get', args, { env })
    if (code !== 0)
      throw new Trouble(
        `apt-get could not install ${packages.join(', ')}.`,
        `Install them by hand: apt-get install ${packages.join(' ')}`,
        tail(output, 8),
      )
  }
}

const downloadChromium = async () => {
  const { code, output } = await run(process.execPath, [join(ROOT, 'node_modules/playwright/cli.js'), 'install', 'chromium'])
  if (code !== 0)
    throw new Trouble(
      'The tests need Chromium, and its download failed.',
      'Install Chromium, or set CHROMIUM to its path.',
      tail(output, 8),
    )
}

const versionOf = (program) => spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim().split('\n')[0]

/** The programs that the tests need beside Node.js: { redis, chromium }; installs what is missing or says what to install. */
export const findTools = async ({ needsBrowser }) => {
  const lacks = { redis: !findRedis(), chromium: needsBrowser && !(await findChromium()) }
  if ((lacks.redis || lacks.chromium) && isDebianRoot())
    await installFromDebian([...(lacks.redis ? ['redis-server'] : []), ...(lacks.chromium ? ['chromium', 'fonts-noto-cjk'] : [])])
  else if (lacks.chromium) await downloadChromium()
  const redis = findRedis()
  if (!redis)
    throw new Trouble(
      'The tests need redis-server.',
      'Install it (apt install redis-server, brew install redis), or set REDIS_SERVER to its path.',
    )
  const chromium = needsBrowser ? await findChromium() : undefined
  if (needsBrowser && !chromium)
    throw new Trouble('The tests need Chromium.', 'Install it (apt install chromium), or set CHROMIUM to its path.')
  return { redis, chromium, note: [versionOf(redis), ...(chromium ? [versionOf(chromium)] : [])].join('; ') }
}
