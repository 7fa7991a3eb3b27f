import { escapeHtml } from '@/components/format/escape-html'

/** Where a survey is reached. */
export type Address = { appUrl: string; slug: string }

/** The survey's link with what it should say of where it was opened. */
export const surveyLink = ({ appUrl, slug }: Address, parameters: Readonly<Record<string, string>> = {}): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== '')
  return `${appUrl}/s/${slug}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`
}

/** The script tag that puts a survey on a page; empty attributes are left out. */
export const embedSnippet = ({ appUrl }: Address, attributes: Readonly<Record<string, string>>): string =>
  `<script src="${appUrl}/embed.js"${Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('')} async></script>`
