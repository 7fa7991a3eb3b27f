import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ROOT } from './places.mjs'

const filesUnder = (path, skip) => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = join(path, entry.name)
      if (skip.includes(relative(ROOT, child))) return []
      if (entry.isDirectory()) return filesUnder(child, skip)
      return entry.isFile() ? [child] : []
    })
}

/** A hash over the contents of files and folders (relative to the checkout), and over `extra`. */
export const hashOf = (paths, { skip = [], extra = '' } = {}) => {
  const hash = createHash('sha256').update(`${extra}\n${process.platform} ${process.arch}\n`)
  for (const file of paths.flatMap((path) => filesUnder(join(ROOT, path), skip))) {
    hash.update(`${relative(ROOT, file)}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/**
 * Runs `build` unless `outputs` exist and were made from the same inputs. The stamp is written after success, so an
 * interrupted build is made again.
 */
export const unlessFresh = async ({ stamp, hash, outputs, build }) => {
  const file = join(ROOT, stamp)
  const isFresh =
    existsSync(file) && readFileSync(file, 'utf8') === hash && outputs.every((output) => existsSync(join(ROOT, output)))
  if (isFresh) return { note: 'up to date' }
  const outcome = await build()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, hash)
  return outcome ?? {}
}
