// npm run test:chaos [RUNS] [SEED]: the chaos test at its full length, 100 runs; the same seed repeats the same order and moments. A run
// that fails says its seed and what happened in it: npm run test:chaos 1 SEED tries it again.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../lib/places.mjs'

const [runs = '100', seed = String(Math.floor(Date.now() / 1000))] = process.argv.slice(2)
console.log(`${runs} runs, first seed ${seed}`)
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, 'scripts/test.mjs'), '--only', 'integration', 'tests/integration/chaos.test.ts'],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, CHAOS_RUNS: runs, CHAOS_SEED: seed } },
)
process.exit(status ?? 1)
