// npm run bench:analyze [-- --sizes 1000000,10000000] [--data FOLDER]: how long the questions of the console take over millions of
// answers (200 touchpoints, three years, customers with eight attributes), and whether ten times the answers cost ten times the time.
// FOLDER keeps the filled databases for the next run; without it they are thrown away. 10 million take about 15 GB.
import { parseArgs } from 'node:util'
import { databaseOf } from './database-of.mjs'
import { measureIn, overDatabases } from './over-databases.mjs'

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
/** What is measured beside the goals: a screen with more to count than its like. */
const beside = /anonymous|one’s own/

/** Prints a size's times and answers whether they keep to what is wanted. */
const tell = (results, least) => {
  let isKept = true
  for (const [at, { name, p50, p95 }] of results.entries()) {
    const [limit, ratio] = [patient.test(name) ? PATIENT : QUICK, p95 / least[at].p95]
    const isWithin = p95 <= limit && (patient.test(name) || ratio <= GROWS)
    const goal = beside.test(name) ? 'no goal' : `${isWithin ? 'kept' : 'NOT KEPT'}: ${limit} ms`
    isKept &&= isWithin || beside.test(name)
    const times = `p50 ${p50.toFixed(0).padStart(5)} ms, p95 ${p95.toFixed(0).padStart(5)} ms`
    console.log(`  ${name.padEnd(40)} ${times}, ${ratio.toFixed(2)} × the smallest (${goal})`)
  }
  return isKept
}

let isKept = true
await overDatabases(options.data, async (url, folder) => {
  let least
  for (const size of sizes) {
    const results = await measureIn(await databaseOf(url, size), folder, 'analyze-size.mjs', [size])
    least ??= results
    console.log(`${size.toLocaleString('en')} answers`)
    isKept = tell(results, least) && isKept
  }
})
process.exit(isKept ? 0 : 1)
