// npm run bench:analyze [-- --sizes 1000000,10000000] [--data FOLDER]: how long the questions of the console take over millions of
// answers (200 touchpoints, three years, customers with eight attributes), and whether ten times the answers cost ten times the time.
// FOLDER keeps the filled databases for the next run; without it they are thrown away. 10 million take about 15 GB.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { places, ROOT } from '../lib/places.mjs'
import { removeCluster, startPostgres, stopPostgres } from '../lib/postgres.mjs'
import { checkFolder } from '../lib/preflight.mjs'
import { databaseOf } from './database-of.mjs'

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '1000000,10000000' }, data: { type: 'string' } },
})
const sizes = options.sizes.split(',').map(Number)
/** In ms, at the 95th percentile. */
const QUICK = 100
const PATIENT = 1000
/** How many times the smallest size's 95th percentile a larger one's may be, where rollups and indexes answer. */
const GROWS = 1.5
const patient = /ad-hoc|search/

const measure = async (url, size, dataDir) => {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    EARSHOT_DATA_DIR: dataDir,
    EARSHOT_SEED: 'empty',
    LOG_LEVEL: 'error',
    AUTH_SECRET: 'only measured, never served to anybody',
  }
  const child = spawn(process.execPath, [join(ROOT, 'scripts/bench/analyze-size.mjs'), String(size)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`measuring ${size} answers ended with status ${code}`)
  return JSON.parse(text)
}

/** Prints a size's times and answers whether they keep to what is wanted. */
const tell = (results, least) => {
  let isKept = true
  for (const [at, { name, p50, p95 }] of results.entries()) {
    const [limit, ratio] = [patient.test(name) ? PATIENT : QUICK, p95 / least[at].p95]
    const isWithin = p95 <= limit && (patient.test(name) || ratio <= GROWS)
    isKept &&= isWithin
    const times = `p50 ${p50.toFixed(0).padStart(5)} ms, p95 ${p95.toFixed(0).padStart(5)} ms`
    console.log(
      `  ${name.padEnd(30)} ${times}, ${ratio.toFixed(2)} × the smallest (${isWithin ? 'kept' : 'NOT KEPT'}: ${limit} ms)`,
    )
  }
  return isKept
}

const folder = options.data ? resolve(options.data) : mkdtempSync(join(tmpdir(), 'earshot-bench-'))
mkdirSync(folder, { recursive: true })
// PostgreSQL runs as a user of its own where this is root.
chmodSync(folder, 0o755)
const where = places({ EARSHOT_DATA_DIR: folder })
checkFolder(where)
let isKept = true
try {
  const { url } = await startPostgres(where, { isThrowaway: true })
  let least
  for (const size of sizes) {
    const results = await measure(await databaseOf(url, size), size, folder)
    least ??= results
    console.log(`${size.toLocaleString('en')} answers`)
    isKept = tell(results, least) && isKept
  }
} finally {
  await stopPostgres(where)
  if (!options.data) removeCluster(where)
}
process.exit(isKept ? 0 : 1)
