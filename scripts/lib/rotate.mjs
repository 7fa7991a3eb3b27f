import { renameSync, statSync } from 'node:fs'

const LIMIT = 20 * 1024 * 1024

/** Keeps one older file beside a log that has grown past the limit. Says whether it moved it. */
export const rotate = (file, limit = LIMIT) => {
  try {
    if (statSync(file).size < limit) return false
    renameSync(file, `${file}.1`)
    return true
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}
