import { describe, expect, test } from 'vitest'
import { cleanFileName } from '@/domain/upload/file-name'
import { fileTypes } from '@/domain/upload/file-types'
import { sniff } from '@/domain/upload/sniff'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const zip = (...names: string[]): string => names.map((name) => `PK\x03\x04\x14\x00\x00\x00${name}`).join('....')

describe('a file is what its bytes say', () => {
  test.each([
    ['\xff\xd8\xff\xe0..JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n....', 'image/png'],
    ['GIF89a....', 'image/gif'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
    ['....ftypheic....', 'image/heic'],
    ['%PDF-1.7\n%\xe2\xe3', 'application/pdf'],
    ['....ftypisom....', 'video/mp4'],
    ['....ftypqt  ....', 'video/quicktime'],
    ['....ftypM4A ....', 'audio/mp4'],
    ['ID3\x04\x00....', 'audio/mpeg'],
    ['\xff\xfb\x90\x00....', 'audio/mpeg'],
    ['RIFF....WAVEfmt ', 'audio/wav'],
    [zip('[Content_Types].xml', 'word/document.xml'), fileTypes.docx.type],
    [zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'), fileTypes.xlsx.type],
    ['It came late.\nVery late.', 'text/plain'],
    ['name,score\r\nA,1\r\n"B, C",2\r\n', 'text/csv'],
  ])('%j', (text, type) => {
    expect(sniff(bytes(text))?.type).toBe(type)
  })

  test.each([
    ['a program', 'MZ\x90\x00\x03'],
    ['another program', '\x7fELF\x02\x01'],
    ['any zip archive', zip('evil.exe')],
    ['a sound that is none', '\xff\xff\xff\xff'],
    ['a RIFF of another kind', 'RIFF....AVI LIST'],
    ['text with a NUL', 'half\x00text'],
    ['nothing', ''],
  ])('%s is not taken', (_, text) => {
    expect(sniff(bytes(text))).toBeUndefined()
  })
})

describe('a name is harmless and tells the type', () => {
  test.each([
    ['photo.jpg', 'jpg', 'photo.jpg'],
    ['PHOTO.JPG', 'jpg', 'PHOTO.jpg'],
    ['invoice.pdf.exe', 'pdf', 'invoice.pdf.exe.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\Users\\me\\旅行.png', 'png', '旅行.png'],
    ['\u202egpj.exe\u0000\r\nx: y', 'jpg', 'gpj.exex y.jpg'],
    ['...', 'png', 'file.png'],
    ['', 'png', 'file.png'],
    ['a"b<c>.png', 'png', 'abc.png'],
  ])('%j', (given, extension, name) => {
    expect(cleanFileName(given, { extension })).toBe(name)
  })

  test('a long one is cut between letters', () => {
    const name = cleanFileName(`${'👍'.repeat(300)}.png`, { extension: 'png' })
    expect([...name]).toHaveLength(124)
    expect(name.isWellFormed()).toBe(true)
  })
})
