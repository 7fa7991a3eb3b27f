// The runtime's scripts: those of embeds and those of hosted pages are made apart, since each shares other parts. Once esbuild
// has split them, what always travels together is joined again: one stream packs better than many.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { minify } from 'terser'
import { ROOT } from './places.mjs'

const FAMILIES = 'src/widget/view/kinds/family'

/** Stands for the build's own name, which all files carry: one name repeated packs better than twenty. */
export const VERSION = '0VERSION0'

export const browser = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  write: false,
  platform: 'browser',
  target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
  // Markup becomes calls of `h` in view/render.ts: shorter than those of the automatic runtime.
  tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./src/*'] }, jsx: 'react', target: 'ES2022', verbatimModuleSyntax: true } },
  jsx: 'transform',
  jsxFactory: 'h',
  jsxFragment: 'Fragment',
  inject: [join(ROOT, 'src/widget/view/h.ts')],
  legalComments: 'none',
  logLevel: 'silent',
}

/** A script of esbuild's, smaller still: terser knows shorter ways to say the same. */
export const squeeze = async (text, module = true) =>
  (await minify(text, { module, ecma: 2022, compress: { passes: 2 }, format: { ecma: 2022 } })).code

const entries = /\/(view\/kinds\/family\/\w+|embed\/(runtime|more)|kiosk\/kiosk|runtime\/proof|hosted)\.tsx?$/

/** What is shared stays in one script, since every other one imports it whole; and each family brings its style sheet along. */
const shareCore = (cssOf) => ({
  name: 'share-core',
  setup: (build) =>
    build.onLoad({ filter: entries }, ({ path }) => {
      const css = path.includes('/family/') && cssOf[basename(path, '.ts')]
      const style = css ? `export const css = ${JSON.stringify(css)}` : ''
      return {
        contents: `${readFileSync(path, 'utf8')}\nimport '@/widget/core'\n${style}`,
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      }
    }),
})

const chunkName = /\bchunk-[A-Z0-9]{8}\b/g

/** What is in the scripts under names that pack well: a letter instead of each chunk's hash. */
const rename = (value, prefix) => {
  const text = JSON.stringify(value)
  const known = [...new Set(text.match(chunkName))].sort()
  return JSON.parse(text.replace(chunkName, (name) => `${prefix}-${String.fromCharCode(97 + known.indexOf(name))}-${VERSION}`))
}

/** Scripts that belong together, split so that each part is loaded only where it is needed. */
const split = async (build, { entryPoints, prefix, css, define }) => {
  const { outputFiles, metafile } = await build({
    ...browser,
    format: 'esm',
    splitting: true,
    metafile: true,
    entryPoints,
    entryNames: `[name]-${VERSION}`,
    chunkNames: 'chunk-[hash]',
    external: ['./every-*', './kinds-*'],
    outdir: join(ROOT, 'dist/widget'),
    define: { ...define, VERSION: JSON.stringify(VERSION) },
    plugins: [shareCore(css.families)],
  })
  const { files, outputs } = rename(
    {
      files: Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text])),
      outputs: Object.entries(metafile.outputs).map(([path, output]) => ({ name: basename(path), ...output })),
    },
    prefix,
  )
  if (process.env.EARSHOT_SIZES)
    for (const { name, inputs } of outputs) console.log(`    ${name}: ${Object.keys(inputs).map((path) => basename(path))}`)
  // The names of entries that are imported on demand come from their own files.
  const of = (entry) => outputs.find(({ entryPoint }) => entryPoint === entry)?.name
  /** a script and all that it imports before it runs */
  const withImports = (name, seen = new Set()) => {
    if (seen.has(name)) return seen
    seen.add(name)
    for (const { path, kind } of outputs.find((one) => one.name === name).imports)
      if (kind === 'import-statement') withImports(basename(path), seen)
    return seen
  }
  return { files, of, family: (name) => of(`${FAMILIES}/${name}.ts`), withImports: (name) => [...withImports(name)] }
}

/** What the scripts import from one of them, by the names that it exports. */
const importsOf = (files, path) => {
  const lists = Object.values(files).flatMap((text) => [...text.matchAll(/import\{([^}]*)\}from"\.\/([^"]+)"/g)])
  const names = lists.flatMap(([, list, from]) => (from === path ? list.split(',') : []))
  return [...new Set(names.map((name) => name.split(' as ')[0]))].sort()
}

/**
 * One script of several that were made before, but for those that it goes on importing. These are imported once, through a
 * module between, so that what they bring has one name throughout.
 */
const joined = async (build, files, contents, apart) => {
  const plugin = {
    name: 'made-before',
    setup: (setup) => {
      setup.onResolve({ filter: /^\.\// }, ({ path, kind, namespace }) =>
        kind === 'dynamic-import' || namespace === 'between'
          ? { path, external: true }
          : { path: basename(path), namespace: apart.includes(basename(path)) ? 'between' : 'made-before' },
      )
      setup.onLoad({ filter: /./, namespace: 'made-before' }, ({ path }) => ({ contents: files[path], resolveDir: ROOT }))
      setup.onLoad({ filter: /./, namespace: 'between' }, ({ path }) => {
        const names = importsOf(files, path)
        return { contents: `import { ${names} } from './${path}'\nexport { ${names} }`, resolveDir: ROOT }
      })
    },
  }
  const { outputFiles } = await build({
    ...browser,
    inject: [],
    format: 'esm',
    stdin: { contents, resolveDir: ROOT },
    plugins: [plugin],
  })
  return outputFiles[0].text
}

/** Every kind in one script, for surveys that use so many that their scripts would be larger one by one. */
const everyKind = ({ family }, css, more) => {
  const names = Object.keys(css.families).filter((name) => name !== 'pipe')
  return [
    ...names.map((name) => `import { kinds as ${name} } from './${family(name)}'`),
    `export const kinds = { ${names.map((name) => `...${name}`)} }`,
    `export const css = ${JSON.stringify(css.every)}`,
    ...(more ? [`export { more } from './${more}'`] : []),
  ].join('\n')
}

/** `css`: minified style sheets; `families` of them by the family's name, and `every` for all families at once. */
export const makeScripts = async (build, { css }) => {
  const embed = await split(build, {
    entryPoints: ['src/widget/embed/runtime.ts'],
    prefix: 'part',
    css,
    define: {
      SURVEY_CSS: JSON.stringify(css.core),
      MORE_CSS: JSON.stringify(css.late),
      EVERY_NAME: `"./every-${VERSION}.js"`,
      WHOLE_NAME: `"./whole-${VERSION}.js"`,
    },
  })
  const page = await split(build, {
    entryPoints: ['src/widget/hosted.tsx', 'src/widget/kiosk/kiosk.ts'],
    prefix: 'page',
    css,
    define: { KIOSK_CSS: JSON.stringify(css.kiosk), EVERY_NAME: `"./kinds-${VERSION}.js"` },
  })
  const [runtime, hosted, kiosk] = [`runtime-${VERSION}.js`, `hosted-${VERSION}.js`, `kiosk-${VERSION}.js`]
  // What an embed begins with is one script, which all its others import.
  const [core, ...others] = embed.withImports(runtime).filter((name) => name !== runtime)
  if (others.length > 0) throw new Error(`an embed begins with more than one shared script: ${others}`)
  const begin = await joined(build, embed.files, `export * from './${core}'\nexport * from './${runtime}'`, [])
  const { [core]: _, ...apart } = embed.files
  const more = embed.of('src/widget/embed/more.ts')
  const renamed = Object.fromEntries(
    Object.entries({ ...apart, [runtime]: begin }).map(([name, text]) => [
      name === more ? `more-${VERSION}.js` : name,
      text.replaceAll(`./${core}`, `./${runtime}`).replaceAll(`./${more}`, `./more-${VERSION}.js`),
    ]),
  )
  const all = everyKind(embed, css, `more-${VERSION}.js`)
  const every = await joined(build, renamed, all, [runtime])
  const whole = await joined(build, renamed, `${all}\nimport './${embed.family('pipe')}'`, [runtime])
  const stays = page.withImports(hosted)
  const kinds = await joined(build, page.files, everyKind(page, css), stays)
  const named = { every, whole, kinds }
  const files = { ...renamed, ...page.files }
  for (const [name, text] of Object.entries(named)) files[`${name}-${VERSION}.js`] = text
  const squeezed = Object.entries(files).map(async ([name, text]) => [name, await squeeze(text)])
  return {
    files: Object.fromEntries(await Promise.all(squeezed)),
    runtime,
    every: `every-${VERSION}.js`,
    kinds: `kinds-${VERSION}.js`,
    hosted: stays,
    kiosk: page.withImports(kiosk),
    family: page.family,
  }
}
