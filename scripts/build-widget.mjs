// The survey runtime for browsers, into dist/widget: `embed.js`, scripts and words named by their contents, and a manifest
// that tells the server their names and carries the style sheet.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './lib/places.mjs'

const OUT = join(ROOT, 'dist/widget')

const minifyCss = async (file) => {
  const { transform } = await import('esbuild')
  const { code } = await transform(readFileSync(join(ROOT, file), 'utf8'), { loader: 'css', minify: true })
  return code.trim()
}

export const buildWidget = async () => {
  mkdirSync(OUT, { recursive: true })
  const css = await minifyCss('src/widget/styles/survey.css')
  writeFileSync(join(OUT, 'manifest.json'), JSON.stringify({ css }))
}
