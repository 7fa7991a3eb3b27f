/** @jsxImportSource preact */
import { expect, test } from 'vitest'
import { renderDocument } from '@/collect/document'

test('nothing that a survey says leaves its place in the page', () => {
  const title = '</title><script>alert(1)</script>'
  const data = { text: '</script><!--<script>\u2028' }
  const { html, csp } = renderDocument({
    locale: 'en',
    title,
    css: '',
    body: <p>{title}</p>,
    script: { src: '/x.js', imports: [], data },
  })
  expect(html).not.toContain('<script>alert')
  expect(html.match(/<\/script>/g)).toHaveLength(2)
  const json = /id="earshot-data">(.*?)<\/script>/s.exec(html)?.[1]
  expect(JSON.parse(json ?? '')).toEqual(data)
  expect(csp).not.toContain('unsafe')
})

test('a page’s policy names its own style sheet and script, each time anew', () => {
  const page = () => renderDocument({ locale: 'zh-CN', title: 'T', css: 'p{}', body: <p />, pictures: ['https://cdn.example'] })
  const [one, two] = [page(), page()]
  const nonce = /style-src 'nonce-([^']+)'/.exec(one.csp)?.[1]
  expect(one.html).toContain(`<style nonce="${nonce}">p{}`)
  expect(one.csp).toContain("img-src 'self' https://cdn.example")
  expect(one.csp).not.toBe(two.csp)
})

test('a page is hidden until its last part has come, so that nothing moves as it arrives', () => {
  const { html } = renderDocument({
    locale: 'en',
    title: 'T',
    css: '',
    body: <p />,
    after: <i />,
    script: { src: '/x.js', imports: [], data: 1 },
  })
  expect(html).toContain('body:not(:has(#whole)){visibility:hidden}</style>')
  expect(html.endsWith('</script><template id="whole"></template></body></html>')).toBe(true)
})

test('a page that its script shows is hidden until then, and shown at once where there are no scripts', () => {
  const { html } = renderDocument({
    ...{ locale: 'en', title: 'T', css: '', body: <p />, isShownByScript: true },
    script: { src: '/x.js', imports: [], data: 1 },
  })
  expect(html.endsWith('</script><noscript><template id="whole"></template></noscript></body></html>')).toBe(true)
})
