import type { XmlElement } from '@/domain/survey/translation/xliff'

const toElement = (element: Element): XmlElement => ({
  name: element.localName,
  attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  children: [...element.childNodes].flatMap((child): (XmlElement | string)[] => {
    if (child.nodeType === Node.ELEMENT_NODE) return [toElement(child as Element)]
    return child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE ? [child.nodeValue ?? ''] : []
  }),
})

/** The browser's own reader of XML, which resolves nothing from outside; undefined for what is none. */
export const parseXml = (text: string): XmlElement | undefined => {
  const read = new DOMParser().parseFromString(text.replace(/^\uFEFF/, ''), 'application/xml')
  return read.querySelector('parsererror') ? undefined : toElement(read.documentElement)
}
