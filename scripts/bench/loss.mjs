// npm run bench:loss: the loss test at its full length. LOSS_SEED repeats a run; without it every run is another.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../lib/places.mjs'

const env = { LOSS_SESSIONS: '200', LOSS_SEED: String(Math.floor(Date.now() / 1000)), ...process.env }
console.log(`${env.LOSS_SESSIONS} sessions, seed ${env.LOSS_SEED}`)
const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/test.mjs'), '--only', 'e2e', 'tests/e2e/loss.spec.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env,
})
process.exit(status ?? 1)
