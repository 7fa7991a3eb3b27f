import { escapeHtml } from '@/components/format/escape-html'

/** Where a survey is reached. */
export type Address = { appUrl: string; slug: string }

/** The survey's link with what it should say of where it was opened. */
export const surveyLink = ({ appUrl, slug }: Address, parameters: Readonly<Record<string, string>> = {}): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== '')
  return `${appUrl}/s/${slug}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`
}

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('')

/**
 * The script tag that puts a survey on a page; empty attributes are left out. An inline survey comes with an element that has
 * its height before the script is there, so that what stands below it never moves.
 */
export const embedSnippet = ({ appUrl, slug }: Address, attributes: Readonly<Record<string, string>>): string => {
  const isInline = attributes.mode === 'inline'
  const place = isInline ? `<div id="earshot-${slug}" style="min-height: 480px"></div>\n` : ''
  const target = isInline ? { target: `#earshot-${slug}` } : {}
  return `${place}<script src="${appUrl}/embed.js"${attributesOf({ ...attributes, ...target })} async></script>`
}
