import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { places, ROOT } from '../lib/places.mjs'
import { removeCluster, startPostgres, stopPostgres } from '../lib/postgres.mjs'
import { checkFolder } from '../lib/preflight.mjs'

/** Runs `scripts/bench/SCRIPT WORDS` as a process of its own on a database; answers the JSON that it prints, '' for none. */
export const measureIn = async (url, dataDir, script, words) => {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    EARSHOT_DATA_DIR: dataDir,
    EARSHOT_SEED: 'empty',
    LOG_LEVEL: 'error',
    AUTH_SECRET: 'only measured, never served to anybody',
  }
  const child = spawn(process.execPath, [join(ROOT, 'scripts/bench', script), ...words.map(String)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${script} ${words.join(' ')} ended with status ${code}`)
  return text && JSON.parse(text)
}

/** Does `work(serverUrl, folder)` beside a database server, whose data are kept in `data` or, without it, thrown away. */
export const overDatabases = async (data, work) => {
  const folder = data ? resolve(data) : mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  mkdirSync(folder, { recursive: true })
  // PostgreSQL runs as a user of its own where this is root.
  chmodSync(folder, 0o755)
  const where = places({ EARSHOT_DATA_DIR: folder })
  checkFolder(where)
  try {
    const { url } = await startPostgres(where, { isThrowaway: true })
    await work(url, folder)
  } finally {
    await stopPostgres(where)
    if (!data) removeCluster(where)
  }
}
