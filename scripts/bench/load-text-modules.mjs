import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Bundles the TypeScript of text insight into a file beside the packages that it imports, and imports it. */
export async function loadTextModules() {
  const outfile = join(root, 'node_modules', '.cache', `text-bench-${process.pid}.mjs`)
  const source = `
    export { analyzeText } from '@/domain/text/analyze-text'
    export { createTextModels } from '@/domain/text/text-models'
    export { segmentText, segmenterKind } from '@/pipeline/score/segment-text'`
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': join(root, 'src') },
    outfile,
    logLevel: 'error',
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile)
  }
}
