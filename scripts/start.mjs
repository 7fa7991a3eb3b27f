// The first lines keep to syntax that old Node versions understand, so that they can say what is missing.
import process from 'node:process'

var wanted = [20, 19]
var have = process.versions.node.split('.').map(Number)

if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1])) {
  console.error(
    'Node.js ' +
      process.versions.node +
      ' is too old: Earshot needs 20.19 or newer. Install it from https://nodejs.org and start again.',
  )
  process.exit(1)
} else {
  import('./lib/run-start.mjs').then((start) => start.runStart(process.argv.slice(2)))
}
