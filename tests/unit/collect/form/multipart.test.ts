import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BrokenForm, boundaryOf, partsOf } from '@/collect/form/multipart'
import { readForm, type TakeFile } from '@/collect/form/read-form'

const inPieces = (bytes: Uint8Array, size: number): ReadableStream<Uint8Array> => {
  let at = 0
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + size))
      at += size
    },
  })
}

type Field = { name: string; fileName?: string; bytes: Uint8Array }

/** A form as a browser sends it. */
const write = async (fields: readonly Field[]): Promise<{ bytes: Uint8Array; type: string }> => {
  const form = new FormData()
  for (const { name, fileName, bytes } of fields)
    if (fileName === undefined) form.append(name, new TextDecoder().decode(bytes))
    else form.append(name, new Blob([new Uint8Array(bytes)]), fileName)
  const made = new Response(form)
  return { bytes: new Uint8Array(await made.arrayBuffer()), type: made.headers.get('content-type') ?? '' }
}

const readAll = async (body: ReadableStream<Uint8Array>, type: string, isRead = (_: string): boolean => true) => {
  const fields: { name: string; fileName: string | undefined; text: string }[] = []
  for await (const part of partsOf(body, boundaryOf(type) ?? '')) {
    const chunks: Uint8Array[] = []
    if (isRead(part.name)) for await (const chunk of part.body) chunks.push(chunk)
    fields.push({ name: part.name, fileName: part.fileName, text: Buffer.concat(chunks).toString('latin1') })
  }
  return fields
}

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed())
const file = fc.record({ name, fileName: name, bytes: fc.uint8Array({ maxLength: 300 }) })

test('what a browser sends is what is read, however it is cut on the way, and whatever of it is read', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { maxLength: 5 }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 5 }),
      async (files, size, skipped) => {
        // What nobody reads stands between what somebody does.
        const all = files.flatMap((one, index) => [{ ...one, name: `f${index}` }])
        const { bytes, type } = await write(all)
        const read = await readAll(inPieces(bytes, size), type, (one) => one !== `f${skipped}`)
        expect(read.map((one) => [one.name, one.text])).toEqual(
          all.map((one, index) => [one.name, index === skipped ? '' : Buffer.from(one.bytes).toString('latin1')]),
        )
      },
    ),
    { numRuns: 200 },
  )
})

test('names are those that the page and the customer gave', async () => {
  const { bytes, type } = await write([{ name: 'a"b\r\nc', fileName: 'café "1".png', bytes: Buffer.from('x') }])
  expect(await readAll(inPieces(bytes, 7), type)).toEqual([{ name: 'a"b\r\nc', fileName: 'café "1".png', text: 'x' }])
})

test('a body that holds its own boundary’s beginning is read to its end', async () => {
  const boundary = 'edge'
  const text = '\r\n--edg\r\n--\r\n-'
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${text}\r\n--${boundary}--\r\n`
  for (let size = 1; size < 20; size++)
    expect(await readAll(inPieces(Buffer.from(body), size), `multipart/form-data; boundary=${boundary}`)).toMatchObject([
      { text },
    ])
})

test('a field for files in which none was chosen brings nothing', async () => {
  const head = (name: string, more = '') => `--edge\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`
  const body = `${head('photo', '; filename=""')}\r\n${head('why')}because\r\n--edge--\r\n`
  const read = await readForm(post(body, 'multipart/form-data; boundary=edge'), () =>
    Promise.reject(new Error('there is no file')),
  )
  expect(read instanceof Response ? read.status : [...read.form]).toEqual([['why', 'because']])
})

test.each([
  ['', 'nothing'],
  ['--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\nx', 'no end'],
  ['--edge\r\nContent-Disposition: form-data\r\n\r\nx\r\n--edge--', 'no name'],
  [`--edge\r\n${'x'.repeat(40_000)}`, 'a head without end'],
  ['edge', 'no boundary'],
])('what is no form is refused: %#, %s', async (body) => {
  await expect(readAll(inPieces(Buffer.from(body), 9), 'multipart/form-data; boundary=edge')).rejects.toThrow(BrokenForm)
})

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', undefined],
  [`multipart/form-data; boundary=${'x'.repeat(71)}`, undefined],
  ['text/plain; boundary=abc', undefined],
])('%s: the boundary is %j', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary)
})

const post = (body: BodyInit, type?: string) =>
  new Request('http://localhost/s/x', { method: 'POST', body, ...(type ? { headers: { 'content-type': type } } : {}) })

test('files stand in the form by their ids; fields that came before them are there when they are taken', async () => {
  const form = new FormData()
  form.append('_id', 'response')
  form.append('photo', new Blob(['one']), 'a.png')
  form.append('photo', new Blob(['two']), 'b.exe')
  form.append('why', 'because')
  const seen: unknown[] = []
  const take: TakeFile = async ({ name: field, fileName, body }, fields) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of body) chunks.push(chunk)
    seen.push([field, fileName, Buffer.concat(chunks).toString(), fields.get('_id')])
    return fileName.endsWith('.png') ? { id: 'u1' } : { fault: 'wrongType' }
  }
  const read = await readForm(post(form), take)
  if (read instanceof Response) throw new Error(String(read.status))
  expect([...read.form]).toEqual([
    ['_id', 'response'],
    ['photo', 'u1'],
    ['why', 'because'],
  ])
  expect(read.refused).toEqual([{ fileName: 'b.exe', fault: 'wrongType' }])
  expect(seen).toEqual([
    ['photo', 'a.png', 'one', 'response'],
    ['photo', 'b.exe', 'two', 'response'],
  ])
  // Where nobody takes them they are passed over.
  const without = await readForm(post(form))
  expect(without instanceof Response ? [] : [...without.form.keys()]).toEqual(['_id', 'why'])
})

test('a form is refused that is none, or more than pages hold', async () => {
  const statusOf = async (request: Request) => {
    const read = await readForm(request)
    return read instanceof Response ? read.status : 200
  }
  const large = new FormData()
  large.append('a', 'x'.repeat(600_000))
  expect(await statusOf(post('{}', 'application/json'))).toBe(415)
  expect(await statusOf(post(`a=${'x'.repeat(600_000)}`, 'application/x-www-form-urlencoded'))).toBe(413)
  expect(await statusOf(post(large))).toBe(413)
  expect(await statusOf(post('x', 'multipart/form-data; boundary=b'))).toBe(400)
  expect(await statusOf(post('a=1', 'application/x-www-form-urlencoded'))).toBe(200)
})
