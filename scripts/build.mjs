// npm run build: everything that is built, each part only when its inputs changed.
import { bundle, widget } from './lib/bundles.mjs'
import { generate } from './lib/generate.mjs'
import { pages } from './lib/pages.mjs'
import { step } from './lib/progress.mjs'
import { printTrouble } from './lib/trouble.mjs'

try {
  await step('generate', generate)
  await step('bundles', bundle)
  await step('widget', widget)
  await step('console', pages)
} catch (error) {
  printTrouble(error)
  process.exitCode = 1
}
