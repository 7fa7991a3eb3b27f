import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from '../lib/places.mjs'

/** Bundles exports of the product's TypeScript (`export { x } from '@/…'` lines) into a file beside the packages that it imports, and imports it. */
export const loadModules = async (source) => {
  const outfile = join(ROOT, 'node_modules', '.cache', `bench-${process.pid}.mjs`)
  mkdirSync(dirname(outfile), { recursive: true })
  await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': join(ROOT, 'src') },
    outfile,
    logLevel: 'error',
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile)
  }
}
