import { beforeAll, describe, expect, test } from 'vitest'
import { cruise, type Violation } from './cruise'

/** The table of house rules in words of its own, so that a mistake in the configuration shows. */
const everywhere = ['observe', 'config']
const stage = ['domain', 'store', 'queue', 'delivery', 'auth', ...everywhere]
const allowed: Record<string, string[]> = {
  domain: [],
  config: [],
  i18n: ['config'],
  observe: ['config'],
  store: ['domain', ...everywhere],
  queue: ['domain', ...everywhere],
  delivery: ['domain', 'i18n', ...everywhere],
  components: ['domain', 'i18n', ...everywhere],
  auth: ['domain', 'store', ...everywhere],
  'pipeline/listen': stage,
  'pipeline/score': stage,
  'pipeline/analyze': stage,
  'pipeline/alert': stage,
  'pipeline/act': stage,
  'pipeline/design': stage,
  'pipeline/operate': stage,
  collect: ['pipeline', 'domain', 'widget', 'i18n', ...everywhere],
  widget: ['domain'],
  app: ['pipeline', 'auth', 'collect', 'widget', 'components', 'domain', 'i18n', ...everywhere],
  workers: ['pipeline', 'queue', ...everywhere],
  cli: ['pipeline', 'queue', ...everywhere],
  web: ['collect', 'pipeline/operate', ...everywhere],
}
const folders = Object.keys(allowed)

const mayImport = (from: string, to: string): boolean =>
  from === to || (allowed[from] ?? []).some((name) => to === name || to.startsWith(`${name}/`))

const up = (folder: string): string => '../'.repeat(folder.split('/').length)
const plain = (folder: string): string => folder.replace('/', '-')

/** Every folder imports every other one, twice: by alias and by relative path, each in a file of its own. */
const plant = (): Record<string, string> => {
  const files: Record<string, string> = {}
  for (const from of folders) {
    files[`src/${from}/target.ts`] = 'export const target = 1\n'
    for (const to of folders.filter((folder) => folder !== from)) {
      files[`src/${from}/alias-${plain(to)}.ts`] = `import { target } from '@/${to}/target'\nexport const value = target\n`
      files[`src/${from}/relative-${plain(to)}.ts`] =
        `import { target } from '${up(from)}${to}/target'\nexport const value = target\n`
    }
  }
  return files
}

describe('imports point one way', () => {
  let violations: Violation[]
  beforeAll(async () => {
    violations = await cruise(plant())
  }, 120_000)

  const foundIn = (from: string, kind: string): string[] => {
    const files = violations.filter(({ rule }) => rule === `${plain(from)}-imports`).map((violation) => violation.from)
    return folders.filter((to) => files.includes(`src/${from}/${kind}-${plain(to)}.ts`))
  }

  test.each(folders)('%s imports what the table allows and nothing else, by alias and by relative path', (from) => {
    const forbidden = folders.filter((to) => !mayImport(from, to))
    expect(foundIn(from, 'alias')).toEqual(forbidden)
    expect(foundIn(from, 'relative')).toEqual(forbidden)
  })
})

describe('what a folder may not touch', () => {
  const found = async (files: Record<string, string>): Promise<string[]> => (await cruise(files)).map(({ rule }) => rule)

  test('the domain reaches neither input and output nor a framework', async () => {
    expect(
      await found({ 'src/domain/a.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n" }),
    ).toContain('pure-domain')
    expect(await found({ 'src/domain/a.ts': "import next from 'next'\nexport const a = next\n" })).toContain('pure-domain')
    expect(await found({ 'src/domain/a.ts': "import { z } from 'zod'\nexport const a = z\n" })).toEqual([])
  })

  test('nothing that the widget reaches imports zod, however far away', async () => {
    const files = {
      'src/widget/a.ts': "import { b } from '@/domain/b'\nexport const a = b\n",
      'src/domain/b.ts': "import { c } from './c'\nexport const b = c\n",
      'src/domain/c.ts': "import { z } from 'zod'\nexport const c = z.string()\n",
    }
    expect(await found(files)).toEqual(['widget-without-zod'])
    expect(await found({ ...files, 'src/domain/c.ts': 'export const c = 1\n' })).toEqual([])
  })

  test('only the store and the queue hold database connections', async () => {
    const text = "import pg from 'pg'\nexport const a = pg\n"
    expect(await found({ 'src/pipeline/act/a.ts': text })).toContain('database-at-home')
    expect(await found({ 'src/store/a.ts': text })).toEqual([])
  })

  test('a new folder in src needs a line in the table', async () => {
    expect(
      await found({
        'src/misc/a.ts': "import { b } from '@/domain/b'\nexport const a = b\n",
        'src/domain/b.ts': 'export const b = 1\n',
      }),
    ).toContain('known-folder')
  })
})
