import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout: the nearest folder with a package.json above this file, which is bundled to different depths. */
const findRoot = (): string => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'prisma', 'schema.prisma'))) return folder
  }
  return process.cwd()
}

let root: string | undefined

export const rootDir = (): string => {
  root ??= findRoot()
  return root
}

/** A path inside the checkout. */
export const inRoot = (...parts: string[]): string => join(rootDir(), ...parts)

/** The data folder: `EARSHOT_DATA_DIR`, relative to the checkout, `.earshot` by default. */
export const resolveDataDir = (given: string | undefined): string => resolve(rootDir(), given || '.earshot')

export const migrationsDir = (): string => inRoot('prisma', 'migrations')
export const widgetDir = (): string => inRoot('dist', 'widget')
export const templatesDir = (): string => inRoot('templates')
