import { randomBytes } from 'node:crypto'
import type { JSX } from 'preact'
import { render } from 'preact-render-to-string'
import { directionOf } from '@/domain/direction'

type Document = {
  locale: string
  title: string
  css: string
  body: JSX.Element
  /** what stands above the page and belongs to no survey */
  before?: JSX.Element | undefined
  /** what stands behind the part that a script takes over */
  after?: JSX.Element | undefined
  /** a module of ours, those that it will import, and what it needs to know */
  script?: { src: string; imports: readonly string[]; data: unknown } | undefined
  /** who has scripts sees the page once its script has taken it over, and not before */
  isShownByScript?: boolean
  /** origins that pictures may come from */
  pictures?: readonly string[]
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** JSON inside a script element: nothing in it may end the element or open a comment. */
const embedJson = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c')

/** On a slow line a page comes in pieces, and what has come would move as the rest arrives: it is shown once it is whole. */
const whole = { css: 'body:not(:has(#whole)){visibility:hidden}', mark: '<template id="whole"></template>' }

/** A whole page and the policy it stands under: its own style sheet and script, and nothing else. */
export const renderDocument = ({
  locale,
  title,
  css,
  body,
  before,
  after,
  script,
  pictures = [],
  isShownByScript = false,
}: Document): { html: string; csp: string } => {
  const nonce = randomBytes(16).toString('base64')
  const html = [
    `<!doctype html><html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style nonce="${nonce}">${css}${whole.css}</style>`,
    ...(script?.imports ?? []).map((src) => `<link rel="modulepreload" nonce="${nonce}" href="${escapeHtml(src)}">`),
    script ? `<script type="module" nonce="${nonce}" src="${escapeHtml(script.src)}"></script>` : '',
    `</head><body>${before ? render(before) : ''}<div id="earshot">${render(body)}</div>${after ? render(after) : ''}`,
    script ? `<script type="application/json" id="earshot-data">${embedJson(script.data)}</script>` : '',
    isShownByScript ? `<noscript>${whole.mark}</noscript>` : whole.mark,
    '</body></html>',
  ].join('')
  const csp = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `img-src ${["'self'", ...pictures].join(' ')}`,
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
  return { html, csp }
}
