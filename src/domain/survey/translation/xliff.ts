import type { Draft } from '../edit/operation'
import { textIn } from '../edit/write-text'
import type { Brought } from './plan-import'
import { textsOf } from './texts'

/** An element as a reader of XML gives it. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly (XmlElement | string)[]
}

/** XML has no way to write these; XLIFF has one. */
const isUnwritable = (character: string): boolean => {
  const code = character.charCodeAt(0)
  return (code < 32 && code !== 9 && code !== 10 && code !== 13) || code >= 0xfffe
}

const writable = (text: string): string =>
  [...text]
    .map((character) =>
      isUnwritable(character) ? `<cp hex="${character.charCodeAt(0).toString(16).padStart(4, '0')}"/>` : character,
    )
    .join('')

const inXml = (text: string): string =>
  writable(
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\r/g, '&#13;'),
  )

/** Text with its quotes of answers as placeholders, which translators' tools keep whole. */
const content = (text: string): string => {
  let count = 0
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, at) => {
      if (at % 2 === 0) return inXml(part)
      count += 1
      return `<ph id="${count}" disp="${inXml(part)}"/>`
    })
    .join('')
}

/** A survey's texts in one language beside the first, as XLIFF 2.1. */
export const writeXliff = (draft: Draft, surveyKey: string, target: string): string => {
  const [source = 'en'] = draft.locales
  const units = textsOf(draft).flatMap(({ id, kind, value }) => {
    const original = textIn(value, source, draft.locales)
    const words = textIn(value, target, draft.locales)
    if (!original) return []
    return [
      `    <unit id="${inXml(id)}">`,
      `      <notes><note category="context">${inXml(kind)}</note></notes>`,
      `      <segment state="${words ? 'translated' : 'initial'}">`,
      `        <source xml:space="preserve">${content(original)}</source>`,
      ...(words ? [`        <target xml:space="preserve">${content(words)}</target>`] : []),
      '      </segment>',
      '    </unit>',
    ]
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${inXml(source)}" trgLang="${inXml(target)}">`,
    `  <file id="${inXml(surveyKey)}">`,
    ...units,
    '  </file>',
    '</xliff>',
    '',
  ].join('\n')
}

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).flatMap((child) => (child.name === name ? [child] : all(child, name)))

type Placeholders = Map<string, string>

/** An element's text with its placeholders written out; a tool may have kept no more of one than its id. */
const read = (element: XmlElement, known: Placeholders): string =>
  element.children
    .map((child) => {
      if (!isElement(child)) return child
      if (child.name === 'cp') return String.fromCodePoint(Number.parseInt(child.attributes.hex ?? '20', 16))
      if (child.name !== 'ph') return read(child, known)
      const { id = '', disp } = child.attributes
      const shown = disp ?? known.get(id) ?? ''
      if (shown) known.set(id, shown)
      return shown
    })
    .join('')

export type ReadXliff = { brought: Brought[] } | { fault: 'no_xliff' | 'version' | 'languages' }

/** The translations in an XLIFF 2 document. Its units are counted from 1, for there are no lines in a tree. */
export const readXliff = (root: XmlElement): ReadXliff => {
  if (root.name !== 'xliff') return { fault: 'no_xliff' }
  if (!/^2\./.test(root.attributes.version ?? '')) return { fault: 'version' }
  const locale = root.attributes.trgLang
  if (!locale) return { fault: 'languages' }
  const brought = all(root, 'unit').map((unit, index): Brought => {
    const known: Placeholders = new Map()
    const join = (name: string) =>
      all(unit, name)
        .map((one) => read(one, known))
        .join('')
    const source = join('source')
    return { line: index + 1, id: unit.attributes.id ?? '', locale, words: join('target'), source }
  })
  return { brought }
}
