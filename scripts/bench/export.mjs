// npm run bench:export [-- --sizes 100000,1000000] [--data FOLDER]: how fast files of all answers are written in each format, in how much
// memory, and how long all rollups take to be counted again. FOLDER keeps the filled databases, and shares them with bench:analyze.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { places, ROOT } from '../lib/places.mjs'
import { removeCluster, startPostgres, stopPostgres } from '../lib/postgres.mjs'
import { checkFolder } from '../lib/preflight.mjs'
import { databaseOf } from './database-of.mjs'

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '100000,1000000' }, data: { type: 'string' } },
})
const sizes = options.sizes.split(',').map(Number)
const formats = ['csv', 'xlsx', 'jsonl']
/** How many times the memory of the smallest size's file a larger one's may take: what doesn't grow with the rows stays well below. */
const GROWS = 1.5

const run = async (url, dataDir, size, what) => {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    EARSHOT_DATA_DIR: dataDir,
    EARSHOT_SEED: 'empty',
    LOG_LEVEL: 'error',
    AUTH_SECRET: 'only measured, never served to anybody',
  }
  const child = spawn(process.execPath, [join(ROOT, 'scripts/bench/export-size.mjs'), String(size), what], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${what} of ${size} answers ended with status ${code}`)
  return text && JSON.parse(text)
}

const folder = options.data ? resolve(options.data) : mkdtempSync(join(tmpdir(), 'earshot-bench-'))
mkdirSync(folder, { recursive: true })
// PostgreSQL runs as a user of its own where this is root.
chmodSync(folder, 0o755)
const where = places({ EARSHOT_DATA_DIR: folder })
checkFolder(where)
let isKept = true
const least = {}
try {
  const { url: serverUrl } = await startPostgres(where, { isThrowaway: true })
  for (const size of sizes) {
    const url = await databaseOf(serverUrl, size)
    await run(url, folder, size, 'fill')
    console.log(`${size.toLocaleString('en')} answers`)
    for (const format of formats) {
      const { rows, bytes, seconds, before, peak } = await run(url, folder, size, format)
      least[format] ??= peak
      const isFlat = peak <= GROWS * least[format]
      isKept &&= isFlat
      console.log(
        `  ${format.padEnd(6)} ${Math.round(rows / seconds).toLocaleString('en')} rows/s, ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB; ` +
          `memory ${before.toFixed(0)} MiB before, ${peak.toFixed(0)} MiB at most (${isFlat ? 'flat' : 'NOT FLAT'})`,
      )
    }
    const { rollups, mended, slices, seconds } = await run(url, folder, size, 'recount')
    console.log(
      `  recount ${rollups.toLocaleString('en')} rollups in ${slices} slices, ${seconds.toFixed(1)} s, ${mended} were wrong`,
    )
  }
} finally {
  await stopPostgres(where)
  rmSync(join(folder, 'exports'), { recursive: true, force: true })
  if (!options.data) removeCluster(where)
}
process.exit(isKept ? 0 : 1)
