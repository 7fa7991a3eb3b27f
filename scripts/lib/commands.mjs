import { join } from 'node:path'
import { ROOT } from './places.mjs'
import { run, tail } from './process.mjs'
import { Trouble } from './trouble.mjs'

/** Runs one of the operator's commands to its end; its last line of output is JSON where `asJson` is set. */
export const runCommand = async (args, env, { what, remedy, asJson = false, onStderr } = {}) => {
  const options = { cwd: ROOT, env, ...(onStderr ? { onStderr } : {}) }
  const { code, output, stdout } = await run(process.execPath, [join(ROOT, 'dist/cli.mjs'), ...args], options)
  if (code !== 0) throw new Trouble(what, remedy, tail(output))
  return asJson ? JSON.parse(stdout.trim().split('\n').at(-1)) : stdout
}
