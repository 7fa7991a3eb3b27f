import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { type BuildOptions, build } from 'esbuild'
import { allLocales } from '~tests/support/all-kinds'

/** A script for a page that brings these names as one global. */
const script = async (globalName: string, contents: string, options: BuildOptions): Promise<string> => {
  const root = resolve(import.meta.dirname, '../..')
  const { outputFiles } = await build({
    ...{ absWorkingDir: root, bundle: true, write: false, format: 'iife', logLevel: 'error', globalName },
    ...{ stdin: { contents, resolveDir: root, loader: 'ts' }, ...options },
  })
  return outputFiles?.[0]?.text ?? ''
}

const scenes = `export { makeScene, pageCount } from '~tests/support/renderer-scenes'`
const paths = { '@/*': ['./src/*'], '~tests/*': ['./tests/*'] }

type Made = { makeScene: (locale: string, pageIndex: number, way: string) => unknown; pageCount: number }
type Page = {
  served: Made & { renderToString: (scene: unknown) => string }
  ours: Made & Record<'render' | 'hydrate', (scene: unknown, root: Element) => void>
}

for (const locale of allLocales)
  test(`what the server sends of every kind is what the browser draws, and is taken over without a change, in ${locale}`, async ({
    page,
  }) => {
    const server = await script('served', `${scenes}\nexport { renderToString } from 'preact-render-to-string'`, {
      ...{ jsx: 'automatic', jsxImportSource: 'preact' },
      tsconfigRaw: { compilerOptions: { paths } },
    })
    const browser = await script('ours', `${scenes}\nexport { hydrate, render } from './src/widget/view/render'`, {
      ...{ jsx: 'transform', jsxFactory: 'h', jsxFragment: 'Fragment', inject: ['src/widget/view/h.ts'] },
      tsconfigRaw: { compilerOptions: { paths, jsx: 'react' } },
    })
    await page.setContent('<!doctype html><title>Scenes</title>')
    for (const content of [server, browser]) await page.addScriptTag({ content })
    const differences = await page.evaluate((wanted) => {
      const { served, ours } = window as unknown as Page
      /** A tree as lines: names, namespaces, attributes, texts, and what fields say, wherever their markup says it. */
      const tell = (node: Node, depth = 0): string[] => {
        const indent = ' '.repeat(depth)
        if (!(node instanceof Element)) return [`${indent}"${node.nodeValue}"`]
        const { value, checked, selected } = node as unknown as Record<string, unknown>
        const attributes = [...node.attributes]
          .filter(({ name }) => !['value', 'checked', 'selected'].includes(name))
          .map(({ name, value: said }) => `${name}=${said}`)
        const kids = node.nodeName === 'TEXTAREA' ? [] : [...node.childNodes]
        const head = `${indent}${node.namespaceURI} ${node.nodeName} ${attributes.sort()} ${[value, checked, selected]}`
        return [head, ...kids.flatMap((kid) => tell(kid, depth + 1))]
      }
      const found: unknown[] = []
      let elements = 0
      for (let index = 0; index <= served.pageCount; index++)
        for (const way of ['untouched', 'answered', 'wrong']) {
          const [sent, drawn] = [document.createElement('div'), document.createElement('div')]
          document.body.replaceChildren(sent, drawn)
          sent.innerHTML = served.renderToString(served.makeScene(wanted, index, way))
          const before = tell(sent)
          const observer = new MutationObserver(() => undefined)
          observer.observe(sent, { subtree: true, childList: true, attributes: true, characterData: true })
          ours.hydrate(ours.makeScene(wanted, index, way), sent)
          const changes = observer.takeRecords().map(({ type, target }) => `${type} of ${target.nodeName}`)
          ours.render(ours.makeScene(wanted, index, way), drawn)
          const after = tell(drawn)
          // Drawn over what it has taken over, it has nothing to change either.
          ours.render(ours.makeScene(wanted, index, way), sent)
          const again = observer.takeRecords().map(({ type, target }) => `${type} of ${target.nodeName}, later`)
          const differing = before.flatMap((line, at) => (line === after[at] ? [] : [`${line} ≠ ${after[at]}`]))
          if (changes.length + differing.length + again.length > 0 || before.length !== after.length)
            found.push({ index, way, changes, again, differing: differing.slice(0, 3) })
          elements += before.length
        }
      return { found, elements }
    }, locale)
    expect(differences.found).toEqual([])
    expect(differences.elements).toBeGreaterThan(1000)
  })
