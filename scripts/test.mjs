// npm test: installs, builds what the tests need, starts real servers, runs every suite, and ends with "N passed, N failed".
// npm test -- --only unit,integration [FILE …] runs some of them.
import { parseArgs } from 'node:util'
import { bundle, widget } from './lib/bundles.mjs'
import { generate } from './lib/generate.mjs'
import { install } from './lib/install.mjs'
import { pages } from './lib/pages.mjs'
import { endCommands } from './lib/process.mjs'
import { step } from './lib/progress.mjs'
import { printTrouble } from './lib/trouble.mjs'
import { startServers } from './test/servers.mjs'
import { SUITES } from './test/suites.mjs'
import { findTools } from './test/tools.mjs'

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const names = values.only ? values.only.split(',') : Object.keys(SUITES)
const total = { passed: 0, failed: 0 }
let servers

const add = ({ passed, failed }) => {
  total.passed += passed
  total.failed += failed
}

const finish = async () => {
  await servers?.stop()
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
}

const prepare = async (needs) => {
  await step('install', () => install({ withDevelopment: true }))
  await step('generate', generate)
  if (needs.has('bundles')) {
    await step('bundles', bundle)
    await step('widget', widget)
  }
  if (needs.has('console')) await step('console', pages)
  if (!needs.has('servers')) return
  const tools = await step('tools', () => findTools({ needsBrowser: needs.has('browser') }))
  servers = await step('servers', () => startServers(tools))
}

const runSuite = async (name) => {
  try {
    const outcome = await step(name, async () => {
      const result = await SUITES[name].run(servers?.env ?? {}, positionals)
      return { ...result, note: `${result.passed} passed, ${result.failed} failed` }
    })
    if (outcome.output) console.log(outcome.output)
    add(outcome)
  } catch (error) {
    printTrouble(error)
    add({ passed: 0, failed: 1 })
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, async () => {
    endCommands()
    add({ passed: 0, failed: 1 })
    console.log(`ended by ${signal}`)
    await finish()
  })

const unknown = names.find((name) => !SUITES[name])
if (unknown) {
  console.error(`There is no suite ${unknown}; there are: ${Object.keys(SUITES).join(', ')}`)
  process.exit(2)
}
try {
  await prepare(new Set(names.flatMap((name) => SUITES[name].needs ?? [])))
  for (const name of names) await runSuite(name)
} catch (error) {
  printTrouble(error)
  add({ passed: 0, failed: 1 })
}
await finish()
