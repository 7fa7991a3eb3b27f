// The survey runtime for browsers, into dist/widget: `embed.js`, scripts and words named by their contents, and a manifest
// that tells the server their names and carries the style sheet. Fails where a part is larger than customers should wait for.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { ROOT } from './lib/places.mjs'
import { Trouble } from './lib/trouble.mjs'

const OUT = join(ROOT, 'dist/widget')
/** bytes, gzip: what an embed downloads, but for the survey itself, and what the hosted page's script weighs */
const BUDGETS = {
  loader: 3 * 1024,
  'an NPS question': 15 * 1024,
  // of the modes that stand over the page
  'its card': 1.75 * 1024,
  // after the loader
  'every kind': 20 * 1024,
  'hosted script': 15 * 1024,
}

const browser = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  write: false,
  platform: 'browser',
  target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
  tsconfig: join(ROOT, 'tsconfig.json'),
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'silent',
}

const bundle = async (build, entry, options) => {
  const { outputFiles } = await build({ ...browser, entryPoints: [entry], ...options })
  return outputFiles[0].text
}

const hash = (text) => createHash('sha256').update(text).digest('base64url').slice(0, 10)

const minifyCss = async (transform, name) => {
  const source = readFileSync(join(ROOT, 'src/widget/styles', name), 'utf8')
  const { code } = await transform(source, { loader: 'css', minify: true, target: browser.target })
  return code.trim()
}

const readWords = async (build) => {
  const code = await bundle(build, 'src/widget/words/all.ts', { format: 'esm', minify: false })
  const { wordLocales, wordsFor } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
  const early = ['next', 'back', 'send', 'optional', 'pageOf', 'madeWith', 'ends', 'close']
  const split = ({ notices, languages: _languages, kiosk: _kiosk, ...words }) => {
    const pick = (isWanted) => Object.fromEntries(Object.entries(words).filter(([name]) => isWanted(name)))
    // An embed says less than a page: of the notices it needs one.
    const rest = { ...pick((name) => !early.includes(name)), notices: { unavailable: notices.unavailable } }
    return [pick((name) => early.includes(name)), rest].map((part) => JSON.stringify(part))
  }
  return Object.fromEntries(wordLocales.map((locale) => [locale, split(wordsFor(locale))]))
}

const packed = (content) => ({ gzip: gzipSync(content, { level: 9 }), br: brotliCompressSync(content) })

const sizeOf = (content) => packed(content).gzip.length

/** The embed's second script works with what the first one (embed/shared.ts) has, instead of bringing its own. */
const shareWith = (runtimeName) => ({
  name: 'share',
  setup: (build) =>
    build.onResolve({ filter: /(^preact(\/jsx-runtime)?|\/(evaluate|definition|visibility|scene|words))$/ }, () => ({
      path: `./${runtimeName}`,
      external: true,
    })),
})

const named = (name, text, extension = 'js') => `${name}-${hash(text)}.${extension}`

const makeEmbed = async (build, { core, more, box }, nameOfWords) => {
  const runtime = await bundle(build, 'src/widget/embed/runtime.ts', {
    format: 'esm',
    define: { SURVEY_CSS: JSON.stringify(core), WORD_NAMES: JSON.stringify(nameOfWords) },
  })
  const runtimeName = named('runtime', runtime)
  const rest = await bundle(build, 'src/widget/embed/more.ts', {
    format: 'esm',
    define: { MORE_CSS: JSON.stringify(more) },
    plugins: [shareWith(runtimeName)],
  })
  const moreName = named('more', rest)
  const card = await bundle(build, 'src/widget/embed/box.ts', { format: 'esm', define: { BOX_CSS: JSON.stringify(box) } })
  const names = { RUNTIME_NAME: runtimeName, MORE_NAME: moreName, BOX_NAME: named('box', card) }
  const loader = await bundle(build, 'src/widget/embed/loader.ts', {
    format: 'iife',
    define: Object.fromEntries(Object.entries(names).map(([name, file]) => [name, JSON.stringify(file)])),
  })
  const files = { 'embed.js': loader, [runtimeName]: runtime, [moreName]: rest, [names.BOX_NAME]: card }
  return { files, sizes: { loader: sizeOf(loader), runtime: sizeOf(runtime), more: sizeOf(rest), box: sizeOf(card) } }
}

const makeKiosk = async (build, css) => {
  const define = { KIOSK_CSS: JSON.stringify(css) }
  const kiosk = await bundle(build, 'src/widget/kiosk/kiosk.ts', { format: 'esm', define })
  const worker = await bundle(build, 'src/widget/kiosk/worker.ts', { format: 'iife' })
  const names = { kiosk: named('kiosk', kiosk), worker: named('worker', worker) }
  return { files: { [names.kiosk]: kiosk, [names.worker]: worker }, names }
}

const makeFiles = async () => {
  const { build, transform } = await import('esbuild')
  const [core, more, page, box, atKiosk] = await Promise.all(
    ['survey.css', 'more.css', 'hosted.css', 'box.css', 'kiosk.css'].map((name) => minifyCss(transform, name)),
  )
  const words = await readWords(build)
  const nameOfWords = Object.fromEntries(
    Object.entries(words).map(([locale, texts]) => [locale, texts.map((text) => named(`words-${locale}`, text, 'json'))]),
  )
  const hosted = await bundle(build, 'src/widget/hosted.tsx', { format: 'esm' })
  const embed = await makeEmbed(build, { core, more, box }, nameOfWords)
  const kiosk = await makeKiosk(build, atKiosk)
  const files = {
    ...embed.files,
    ...kiosk.files,
    [named('hosted', hosted)]: hosted,
    ...Object.fromEntries(
      Object.entries(words).flatMap(([locale, texts]) => texts.map((text, part) => [nameOfWords[locale][part], text])),
    ),
  }
  const largest = (part) => Math.max(...Object.values(words).map((texts) => sizeOf(texts[part])))
  const first = embed.sizes.loader + embed.sizes.runtime + largest(0)
  const sizes = {
    loader: embed.sizes.loader,
    'an NPS question': first,
    'its card': embed.sizes.box,
    'every kind': embed.sizes.runtime + largest(0) + embed.sizes.more + largest(1),
    'hosted script': sizeOf(hosted),
    'hosted style sheet': sizeOf(core + more + page),
  }
  return { files, manifest: { hosted: named('hosted', hosted), ...kiosk.names, css: core + more + page }, sizes }
}

const checkSizes = (sizes) => {
  console.log(
    `  ${Object.entries(sizes)
      .map(([part, bytes]) => `${part} ${bytes}`)
      .join(', ')} bytes gzip`,
  )
  for (const [part, budget] of Object.entries(BUDGETS))
    if (sizes[part] > budget)
      throw new Trouble(
        `The survey runtime: ${part} is ${sizes[part]} bytes gzip; ${budget} are allowed.`,
        'Make it smaller: customers wait for it on slow phones.',
      )
}

const writeFiles = ({ files, manifest }) => {
  mkdirSync(OUT, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const { gzip, br } = packed(content)
    writeFileSync(join(OUT, name), content)
    writeFileSync(join(OUT, `${name}.gz`), gzip)
    writeFileSync(join(OUT, `${name}.br`), br)
  }
  // Last: a server that reads it finds every file that it names.
  writeFileSync(join(OUT, 'manifest.json'), JSON.stringify({ ...manifest, files: Object.keys(files) }))
}

/** Pages that are open during an update still ask for the files of the build before, which the newest manifest no longer names. */
const dropOldest = (names) => {
  const isCurrent = (name) =>
    name === 'manifest.json' || names.some((current) => name === current || name.startsWith(`${current}.`))
  const old = readdirSync(OUT).filter((name) => !isCurrent(name))
  if (old.length > 60) for (const name of old) rmSync(join(OUT, name))
}

const buildOnce = async () => {
  const made = await makeFiles()
  checkSizes(made.sizes)
  writeFiles(made)
  dropOldest(Object.keys(made.files))
}

/** Builds once; with `watch` again at every change of the sources, until the returned function is called. */
export const buildWidget = async ({ watch = false } = {}) => {
  await buildOnce()
  if (!watch) return undefined
  const { watch: watchFolder } = await import('node:fs')
  let timer
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(() => buildOnce().catch((error) => console.error(error.message)), 100)
  }
  const watchers = ['src/widget', 'src/domain'].map((folder) => watchFolder(join(ROOT, folder), { recursive: true }, again))
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
