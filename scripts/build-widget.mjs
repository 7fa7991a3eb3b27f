// The survey runtime for browsers, into dist/widget: `embed.js`, scripts and words named by their contents, and a manifest
// that tells the server their names and carries the style sheet. Fails where a part is larger than customers should wait for.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { ROOT } from './lib/places.mjs'
import { Trouble } from './lib/trouble.mjs'
import { browser, makeScripts, squeeze, VERSION } from './lib/widget-scripts.mjs'

const OUT = join(ROOT, 'dist/widget')
const FAMILIES = 'src/widget/view/kinds/family'
/**
 * Bytes, gzip: the loader; with all that brings an NPS question on screen; all that follows the loader for a survey of every
 * kind, and of that the scripts; a hosted page of an NPS and a text question, its style sheets and words in it, and its scripts.
 */
const BUDGETS = {
  loader: 3 * 1024,
  'an NPS question': 11 * 1024,
  // of the modes that stand over the page
  'its card': 1.75 * 1024,
  'every kind': 24 * 1024,
  'of every kind: scripts': 20 * 1024,
  'hosted page': 20 * 1024,
}

const hash = (text) => createHash('sha256').update(text).digest('base64url').slice(0, 10)
/** Its module would answer every unforeseen error of this process with a dump of itself: that is taken back. */
const loadZopfli = async () => {
  const names = ['uncaughtException', 'unhandledRejection']
  const before = names.map((name) => process.listeners(name))
  const { gzipAsync } = await import('@gfx/zopfli')
  names.forEach((name, index) => {
    for (const added of process.listeners(name)) if (!before[index].includes(added)) process.off(name, added)
  })
  return gzipAsync
}

/** Zopfli's gzip takes longer to make than zlib's, and three in a hundred bytes less to send. */
const pack = async (gzipAsync, content) => ({
  content,
  gzip: await gzipAsync(Buffer.from(content), { numiterations: 5 }),
  br: brotliCompressSync(content),
})
const packAll = async (files) => {
  const gzipAsync = await loadZopfli()
  const packs = Object.entries(files).map(async ([name, content]) => [name, await pack(gzipAsync, content)])
  return Object.fromEntries(await Promise.all(packs))
}
const sizeOfText = (text) => gzipSync(text, { level: 9 }).length
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0)

const readCss = (name) => {
  const file = join(ROOT, 'src/widget/styles', name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

const minifyCss = async (transform, css) => {
  const { code } = await transform(css, { loader: 'css', minify: true, target: browser.target })
  return code.trim()
}

/** The exports of a module of ours, as they are here. */
const evaluate = async (build, contents) => {
  const stdin = { contents, resolveDir: join(ROOT, 'src/widget'), loader: 'ts' }
  const { outputFiles } = await build({ ...browser, minify: false, format: 'esm', stdin })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`)
}

/** By language, what an embed says: first, with the definition, and later, in a file of its own. */
const readWords = async (build) => {
  const { wordLocales, wordsFor, earlyWords, lateWords } = await evaluate(
    build,
    `export * from './words/all'\nexport * from './words/early'`,
  )
  const split = (words) => [earlyWords(words), lateWords(words)].map((part) => JSON.stringify(part))
  return Object.fromEntries(wordLocales.map((locale) => [locale, split(wordsFor(locale))]))
}

const familyNames = () => readdirSync(join(ROOT, FAMILIES)).map((name) => name.replace('.ts', ''))

const makeFiles = async () => {
  const { build, transform } = await import('esbuild')
  const style = (...names) => minifyCss(transform, names.map(readCss).join('\n'))
  const css = {
    core: await style('survey.css'),
    late: await style('more.css'),
    box: await style('box.css'),
    page: await style('hosted.css'),
    kiosk: await style('kiosk.css'),
    every: await style(...familyNames().map((name) => `kinds/${name}.css`)),
    families: {},
  }
  for (const name of familyNames()) css.families[name] = await style(`kinds/${name}.css`)
  const words = await readWords(build)
  const scripts = await makeScripts(build, { css })
  const box = `box-${VERSION}.js`
  /** A script that shares nothing with the others. */
  const alone = async (entry, format, define = {}) => {
    const { outputFiles } = await build({ ...browser, inject: [], entryPoints: [`src/widget/${entry}`], format, define })
    return squeeze(outputFiles[0].text, format === 'esm')
  }
  const loader = await alone('embed/loader.ts', 'iife', {
    RUNTIME_NAME: JSON.stringify(scripts.runtime),
    BOX_NAME: JSON.stringify(box),
  })
  const card = await alone('embed/box.ts', 'esm', { BOX_CSS: JSON.stringify(css.box) })
  const worker = await alone('kiosk/worker.ts', 'iife')
  const families = await evaluate(
    build,
    familyNames()
      .map((name) => `export * as ${name} from './view/kinds/family/${name}'`)
      .join('\n'),
  )
  const kinds = Object.fromEntries(
    familyNames().flatMap((name) => {
      const family = { script: scripts.family(name), css: css.families[name] }
      return Object.keys(families[name].kinds ?? { [name]: true }).map((kind) => [kind, family])
    }),
  )
  const files = {
    'embed.js': loader,
    [box]: card,
    [`worker-${VERSION}.js`]: worker,
    ...scripts.files,
    ...Object.fromEntries(Object.entries(words).map(([locale, [, late]]) => [`words-${locale}-${VERSION}.json`, late])),
  }
  const manifest = {
    hosted: scripts.hosted,
    kiosk: scripts.kiosk,
    worker: `worker-${VERSION}.js`,
    css: css.core + css.late + css.page,
    kinds,
    every: { script: scripts.kinds, css: css.every },
  }
  const version = hash(JSON.stringify(files))
  const { runtime, every } = scripts
  const final = JSON.parse(JSON.stringify({ files, manifest, runtime, every, box }).replaceAll(VERSION, version))
  const packs = await packAll(final.files)
  return { ...final, packs, sizes: measure({ ...final, css, packs, words, version }) }
}

/** What customers wait for, in bytes as they travel. */
const measure = ({ packs, css, manifest, words, version, runtime, every, box }) => {
  const weigh = (names) => sum([...new Set(names)].map((name) => packs[name].gzip.length))
  const heaviest = (weighOne) => Math.max(...Object.keys(words).map(weighOne))
  const first = heaviest((locale) => sizeOfText(words[locale][0]))
  const saying = first + heaviest((locale) => weigh([`words-${locale}-${version}.json`]))
  // They travel in the scripts; by themselves they weigh so much.
  const looks = sizeOfText(css.core + css.late + css.every)
  // The page itself: what its own markup and a definition add is in tests/e2e.
  const inline = manifest.css + manifest.kinds.text.css + words.en[0] + words.en[1].replace(/"kinds":\{.*/s, '')
  return {
    loader: weigh(['embed.js']),
    'an NPS question': weigh(['embed.js', runtime]) + first,
    'its card': weigh([box]),
    'every kind': weigh([runtime, every]) + saying,
    'hosted page': weigh([...manifest.hosted, manifest.kinds.text.script]) + sizeOfText(inline) + 2048,
    'of every kind: scripts': weigh([runtime, every]) - looks,
    'of every kind: styles': looks,
    'of every kind: words': saying,
  }
}

const checkSizes = ({ sizes, packs }) => {
  const list = Object.entries(sizes).map(([part, bytes]) => `${part} ${bytes}`)
  console.log(`  ${list.join(', ')} bytes gzip`)
  if (process.env.EARSHOT_SIZES) for (const [name, { gzip }] of Object.entries(packs)) console.log(`    ${gzip.length} ${name}`)
  for (const [part, budget] of Object.entries(BUDGETS))
    if (sizes[part] > budget)
      throw new Trouble(
        `The survey runtime: ${part} is ${sizes[part]} bytes gzip; ${budget} are allowed.`,
        'Make it smaller: customers wait for it on slow phones.',
      )
}

const writeFiles = ({ packs, manifest }) => {
  mkdirSync(OUT, { recursive: true })
  for (const [name, { content, gzip, br }] of Object.entries(packs)) {
    writeFileSync(join(OUT, name), content)
    writeFileSync(join(OUT, `${name}.gz`), gzip)
    writeFileSync(join(OUT, `${name}.br`), br)
  }
  // Last: a server that reads it finds every file that it names.
  writeFileSync(join(OUT, 'manifest.json'), JSON.stringify({ ...manifest, files: Object.keys(packs) }))
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
  checkSizes(made)
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
