import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../lib/places.mjs'
import { run } from '../lib/process.mjs'

const modules = (path) => join(ROOT, 'node_modules', path)
const REPORTS = join(ROOT, 'test-results')

const runNode = (args, env) =>
  run(process.execPath, args, { cwd: ROOT, env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env } })

/** A tool that only passes or fails: one check. */
const tool = (args) => async (env) => {
  const { code, output } = await runNode(args, env)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output: code === 0 ? '' : output }
}

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A run whose report is missing, or that fails without naming a failed test, counts as one failure of its own. */
const judge = ({ code, output }, counts) => {
  if (!counts) return { passed: 0, failed: 1, output }
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed
  return { passed: counts.passed, failed, output: failed > 0 ? output : '' }
}

const reportFile = (name) => {
  mkdirSync(REPORTS, { recursive: true })
  const file = join(REPORTS, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** Skipped tests count as failed: nothing is skipped silently. */
const vitest = (name, args) => async (env, files) => {
  const file = reportFile(name)
  const ran = await runNode(
    [
      modules('vitest/vitest.mjs'),
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...files,
    ],
    env,
  )
  const report = readReport(file)
  const brokenFiles =
    report?.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length ?? 0
  return judge(
    ran,
    report && { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests + brokenFiles },
  )
}

/** Each failed browser test with its place and what went wrong; the run's own output is hundreds of lines of progress. */
const failuresOf = ({ suites = [], specs = [] }, path = []) => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const messages = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message)))
      return [`${file}:${line} › ${[...path, title].join(' › ')}`, ...messages].join('\n')
    }),
  ...suites.flatMap((suite) => failuresOf(suite, suite.title === suite.file ? path : [...path, suite.title])),
]

const playwright = async (env, files) => {
  const file = reportFile('e2e')
  const ran = await runNode([modules('@playwright/test/cli.js'), 'test', '--reporter=line,json', ...files], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const report = readReport(file)
  if (!report) return judge(ran)
  const { expected, unexpected, flaky, skipped } = report.stats
  const told = [...failuresOf(report), ...report.errors.map(({ message }) => message)]
  return judge(
    { ...ran, output: told.length > 0 ? told.join('\n\n') : ran.output },
    { passed: expected, failed: unexpected + flaky + skipped },
  )
}

/** Every suite in the order of the run: the quick ones first. `needs` says what must be there before. */
export const SUITES = {
  format: { run: async (env) => tool([modules('@biomejs/biome/bin/biome'), 'check', '.'])(env) },
  types: { run: tool([modules('typescript/bin/tsc'), '--noEmit']) },
  boundaries: {
    run: tool([modules('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'src']),
  },
  unit: { run: vitest('unit', ['--project', 'unit', '--coverage']) },
  architecture: { run: vitest('architecture', ['--project', 'architecture']) },
  integration: { run: vitest('integration', ['--project', 'integration']), needs: ['servers', 'bundles', 'console'] },
  e2e: { run: playwright, needs: ['servers', 'bundles', 'console', 'browser'] },
}
