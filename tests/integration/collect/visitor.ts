import { getSurveyPage } from '@/collect/survey/get-survey-page'
import { postSurveyPage } from '@/collect/survey/post-survey-page'
import { knock } from '~tests/support/door'

const plain = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

export type Page = { status: number; headers: Headers; html: string; form: URLSearchParams | undefined }

const attribute = (tag: string, name: string): string => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What a browser without scripts keeps of a page: its one form's hidden fields, what is chosen, what is written. */
export const readPage = async (response: Response): Promise<Page> => {
  const html = await response.text()
  const form = /<form[^>]*>.*<\/form>/s.exec(html)?.[0]
  const fields = new URLSearchParams()
  for (const [tag] of form?.matchAll(/<input[^>]*>/g) ?? []) {
    const isChosen = !/type="(radio|checkbox|file)"/.test(tag) || / checked/.test(tag)
    if (isChosen) fields.append(attribute(tag, 'name'), attribute(tag, 'value'))
  }
  for (const [, name, text] of form?.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs) ?? [])
    fields.append(name ?? '', plain(text ?? ''))
  return { status: response.status, headers: response.headers, html, form: form ? fields : undefined }
}

const origin = 'http://localhost:3000'

export const visit = async (survey: string, query = '', headers: Record<string, string> = {}): Promise<Page> =>
  readPage(await getSurveyPage(new Request(`${origin}/s/${survey}${query}`, { headers }), { survey }))

let address = 0

/** Presses the button: posts the form with these fields changed. */
export const press = async (
  survey: string,
  page: Page,
  changed: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Page> => {
  const fields = new URLSearchParams(page.form)
  for (const [name, value] of Object.entries(changed)) fields.set(name, value)
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const request = new Request(`${origin}/s/${survey}`, {
    method: 'POST',
    headers: { ...type, ...headers },
    body: fields.toString(),
  })
  address += 1
  return readPage(await postSurveyPage(request, { survey }, { address: `192.0.2.${address % 250}` }))
}

/** Opens any page of the public door. */
export const openPage = async (path: string, headers: Record<string, string> = {}): Promise<Page> =>
  readPage(await knock('GET', path, { headers }))

/** Presses the button of a page that was opened at this path. */
export const pressPage = async (
  path: string,
  page: Page,
  changed: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Page> => {
  const fields = new URLSearchParams(page.form)
  for (const [name, value] of Object.entries(changed)) fields.set(name, value)
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return readPage(await knock('POST', path, { headers: { ...type, ...headers }, body: fields.toString() }))
}
