import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const PROGRAM = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

export interface Violation {
  rule: string
  from: string
  to: string
}

interface Report {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

const runCruiser = (folder: string): Promise<string> =>
  new Promise((done, fail) => {
    const args = [PROGRAM, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
    // Its exit status is the number of violations, so only a missing report is a failure here.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) =>
      stdout.startsWith('{') ? done(stdout) : fail(error ?? new Error(stderr)),
    )
  })

/** Runs the project's own rules over files that exist only for this call, in a folder that is removed afterwards. */
export const cruise = async (files: Record<string, string>): Promise<Violation[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-boundaries-'))
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      await cp(join(ROOT, name), join(folder, name))
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const { summary } = JSON.parse(await runCruiser(folder)) as Report
    return summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
