import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { invitationOf, invite } from '~tests/support/invited'
import { startPublicServer } from '~tests/support/public-server'
import { openShop, rowsOf } from '~tests/support/shop'
import { readPage } from './visitor'

let organizationId: string
let server: Awaited<ReturnType<typeof startPublicServer>>
beforeAll(async () => {
  organizationId = await openShop()
  const file = { key: 'photo', kind: 'file', text: 'Show us', required: true, maximum: 2, maxBytes: 4096, types: ['image'] }
  const pages = [{ questions: [file, { key: 'why', kind: 'text', text: 'Why?' }] }]
  const damage = {
    touchpoint: 'delivery',
    title: 'Damage',
    pages,
    thanks: [{ text: 'Seen.' }],
    origins: ['https://shop.example'],
  }
  const applied = await applyProgramme(organizationId, { surveys: { damage } })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  server = await startPublicServer()
})
afterAll(() => server.stop())

const png = (size = 200): Blob => {
  const bytes = Buffer.alloc(size, 7)
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1')
  return new Blob([bytes])
}

const open = async (path: string) => readPage(await fetch(server.url + path))
type Files = [name: string, content: Blob][]
const press = async (
  path: string,
  from: Awaited<ReturnType<typeof open>>,
  files: Files,
  more: Record<string, string> = {},
  headers = {},
) => {
  const form = new FormData()
  for (const [name, value] of from.form ?? []) if (!(name in more)) form.append(name, value)
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  for (const [name, content] of files) form.append('photo', content, name)
  return readPage(await fetch(server.url + path, { method: 'POST', body: form, headers }))
}
const uploadsOf = (id: string) =>
  rowsOf<{ name: string; type: string; finished: boolean }>(
    `select name, type, stored_at is not null as finished from uploads where organization_id = $1 and response_id = $2 order by created_at`,
    [organizationId, id],
  )

test('a form without a script brings its files, which are kept as those of the script are', async () => {
  const page = await open('/s/damage')
  expect(page.html).toMatch(/<form[^>]*enctype="multipart\/form-data"/)
  expect(page.html).toMatch(/<input[^>]*type="file"[^>]*name="photo"/)
  const id = page.form?.get('_id') ?? ''
  const done = await press(
    '/s/damage',
    page,
    [
      ['box.png', png()],
      ['side.png', png(300)],
    ],
    { why: 'It fell' },
  )
  expect(done.html).toContain('Seen.')
  const [row] = await rowsOf<{ status: string; answers: { photo: string[]; why: string } }>(
    'select * from responses where id = $1',
    [id],
  )
  expect(row).toMatchObject({ status: 'completed', answers: { why: 'It fell' } })
  expect(row?.answers.photo).toHaveLength(2)
  expect(await uploadsOf(id)).toEqual([
    { name: 'box.png', type: 'image/png', finished: true },
    { name: 'side.png', type: 'image/png', finished: true },
  ])
})

test('a file that isn’t taken is named, and what was taken stays with the form', async () => {
  const page = await open('/s/damage')
  const id = page.form?.get('_id') ?? ''
  const files: Files = [
    ['good.png', png()],
    ['big.png', png(5000)],
    ['virus.exe', new Blob(['MZ…'])],
  ]
  const again = await press('/s/damage', page, files, { why: 'Look' })
  expect(again.status).toBe(422)
  expect(again.html).toContain('big.png: This file is too large.')
  expect(again.html).toMatch(/virus\.exe: .*(kind|type)/i)
  expect(again.form?.get('why')).toBe('Look')
  expect(again.form?.getAll('photo')).toHaveLength(1)
  expect(await uploadsOf(id)).toHaveLength(1)
  expect((await press('/s/damage', again, [])).html).toContain('Seen.')
})

test('without its file the form says so, and another page’s form keeps none', async () => {
  const page = await open('/s/damage')
  const id = page.form?.get('_id') ?? ''
  expect((await press('/s/damage', page, [['', new Blob([])]])).html).toContain('aria-invalid="true"')
  const foreign = await press(
    '/s/damage',
    page,
    [['box.png', png()]],
    {},
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  )
  expect(foreign.form).toBeUndefined()
  expect(await uploadsOf(id)).toEqual([])
})

test('a personal link’s form keeps them for its own response, whatever id it claims', async () => {
  const link = await invite(organizationId, 'damage', 'c-1')
  const page = await open(`/i/${link.token}`)
  const id = page.form?.get('_id') ?? ''
  expect((await press(`/i/${link.token}`, page, [['box.png', png()]])).html).toContain('Seen.')
  expect(await uploadsOf(id)).toHaveLength(1)
  expect(await invitationOf(link)).toMatchObject({ state: 'completed' })
})
