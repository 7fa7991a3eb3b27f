// npm run bench:export [-- --sizes 100000,1000000] [--data FOLDER]: how fast files of all answers are written in each format, in how much
// memory, and how long all rollups take to be counted again. FOLDER keeps the filled databases, and shares them with bench:analyze.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { databaseOf } from './database-of.mjs'
import { measureIn, overDatabases } from './over-databases.mjs'

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '100000,1000000' }, data: { type: 'string' } },
})
const sizes = options.sizes.split(',').map(Number)
const formats = ['csv', 'xlsx', 'jsonl']
/** How many times the memory of the smallest size's file a larger one's may take: what doesn't grow with the rows stays well below. */
const GROWS = 1.5

let isKept = true
const least = {}
await overDatabases(options.data, async (serverUrl, folder) => {
  try {
    for (const size of sizes) {
      const url = await databaseOf(serverUrl, size)
      const run = (what) => measureIn(url, folder, 'export-size.mjs', [size, what])
      await run('fill')
      console.log(`${size.toLocaleString('en')} answers`)
      for (const format of formats) {
        const { rows, bytes, seconds, before, peak } = await run(format)
        least[format] ??= peak
        const isFlat = peak <= GROWS * least[format]
        isKept &&= isFlat
        console.log(
          `  ${format.padEnd(6)} ${Math.round(rows / seconds).toLocaleString('en')} rows/s, ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB; ` +
            `memory ${before.toFixed(0)} MiB before, ${peak.toFixed(0)} MiB at most (${isFlat ? 'flat' : 'NOT FLAT'})`,
        )
      }
      const { rollups, mended, slices, seconds } = await run('recount')
      console.log(
        `  recount ${rollups.toLocaleString('en')} rollups in ${slices} slices, ${seconds.toFixed(1)} s, ${mended} were wrong`,
      )
    }
  } finally {
    rmSync(join(folder, 'exports'), { recursive: true, force: true })
  }
})
process.exit(isKept ? 0 : 1)
