import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './places.mjs'
import { hashOf, unlessFresh } from './stamps.mjs'
import { Trouble } from './trouble.mjs'

export const ENTRIES = { web: 'src/web/main.ts', workers: 'src/workers/main.ts', cli: 'src/cli/main.ts' }

const options = (entries) => ({
  absWorkingDir: ROOT,
  entryPoints: entries.map((name) => ({ in: ENTRIES[name], out: name })),
  outdir: join(ROOT, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  tsconfig: join(ROOT, 'tsconfig.json'),
  jsx: 'automatic',
  logLevel: 'silent',
})

const troubleOf = (error) => {
  const first = error.errors?.[0]
  const place = first?.location ? `${first.location.file}:${first.location.line}: ` : ''
  return new Trouble(`The build failed: ${place}${first?.text ?? error.message}`, 'Mend the named file and start again.')
}

/** esbuild's helper process would stay, and take memory, as long as this script runs. */
const thenStop = async (work) => {
  const { stop } = await import('esbuild')
  try {
    await work()
  } catch (error) {
    throw troubleOf(error)
  } finally {
    await stop()
  }
}

/** Everything that a bundle can contain; pages and messages are Next's, but i18n is shared. */
const inputs = ['src', 'prisma', 'tsconfig.json', 'package-lock.json', 'scripts/lib/bundles.mjs']

export const bundle = () =>
  unlessFresh({
    stamp: 'dist/.bundles',
    hash: hashOf(inputs, { skip: ['src/app'] }),
    outputs: Object.keys(ENTRIES).map((name) => `dist/${name}.mjs`),
    build: () =>
      thenStop(async () => {
        const { build } = await import('esbuild')
        await build(options(Object.keys(ENTRIES)))
      }),
  })

/** Rebuilds web and workers on every change and calls `onChange(name)` after each successful one. */
export const watchBundles = async (names, onChange) => {
  const { context } = await import('esbuild')
  const contexts = await Promise.all(
    names.map(async (name) => {
      let isFirst = true
      const told = {
        name: 'told',
        setup: (build) =>
          build.onEnd((result) => {
            if (result.errors.length > 0) console.error(troubleOf(result).message)
            else if (!isFirst) onChange(name)
            isFirst = false
          }),
      }
      const watched = await context({ ...options([name]), plugins: [told] })
      await watched.watch()
      return watched
    }),
  )
  return () => Promise.all(contexts.map((watched) => watched.dispose()))
}

/** The survey runtime for browsers; its own script knows how. */
export const widget = async ({ watch = false } = {}) => {
  const script = join(ROOT, 'scripts/build-widget.mjs')
  if (!existsSync(script)) return { note: 'none' }
  const { buildWidget } = await import(pathToFileURL(script).href)
  if (watch) return buildWidget({ watch: true })
  mkdirSync(join(ROOT, 'dist/widget'), { recursive: true })
  return unlessFresh({
    stamp: 'dist/.widget',
    hash: hashOf([
      'src/widget',
      'src/domain',
      'src/i18n',
      'scripts/build-widget.mjs',
      'scripts/lib/widget-scripts.mjs',
      'tsconfig.json',
      'package-lock.json',
    ]),
    outputs: ['dist/widget'],
    build: () => thenStop(() => buildWidget({ watch: false })),
  })
}
