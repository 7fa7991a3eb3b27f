/** @jsxImportSource preact */
import { randomBytes } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { directionOf } from '@/widget/view/frame'

type Document = {
  locale: string
  title: string
  css: string
  body: ComponentChildren
  /** a module of ours, and what it needs to know */
  script?: { src: string; data: unknown } | undefined
  /** origins that pictures may come from */
  pictures?: readonly string[]
}

/** JSON inside a script element: nothing in it may end the element or open a comment. */
const embedJson = (data: unknown): string =>
  JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')

/** A whole page and the policy it stands under: its own style sheet and script, and nothing else. */
export const renderDocument = ({ locale, title, css, body, script, pictures = [] }: Document): { html: string; csp: string } => {
  const nonce = randomBytes(16).toString('base64')
  const tree = (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />
        {script && <script type="module" nonce={nonce} src={script.src} />}
      </head>
      <body>
        <div id="earshot">{body}</div>
        {script && (
          <script type="application/json" id="earshot-data" dangerouslySetInnerHTML={{ __html: embedJson(script.data) }} />
        )}
      </body>
    </html>
  )
  const csp = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `img-src ${["'self'", ...pictures].join(' ')}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
  return { html: `<!doctype html>${render(tree)}`, csp }
}
