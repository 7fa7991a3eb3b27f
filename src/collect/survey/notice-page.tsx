/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { directionOf } from '@/domain/direction'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { themeCss } from '@/widget/theme'
import { tongueOf } from '@/widget/view/make-page'
import { wordLocales, wordsFor } from '@/widget/words/all'
import type { Notice, NoticeName } from '@/widget/words/words'
import { manifest } from '../assets/manifest'
import { renderDocument } from '../document'
import { htmlResponse } from '../html-response'
import { localeOf } from './language'

const statusOf: Record<NoticeName, number> = {
  notFound: 404,
  closed: 410,
  busy: 429,
  unavailable: 503,
  away: 503,
  broken: 422,
  foreign: 403,
}

type Said = Notice & {
  status: number
  locale: string
  /** of a survey that is known: its brand, and the languages it speaks */
  definition?: SurveyDefinition | undefined
  headers?: Record<string, string> | undefined
  /** below the text: a form */
  children?: ComponentChildren
  /** what its children look like */
  css?: string
}

/** A page without questions: one heading, one text, and perhaps one thing to do. */
export const sayPlainly = (request: Request, { status, locale, title, text, definition, headers, children, css = '' }: Said) => {
  const words = wordsFor(locale)
  const brand = definition && tongueOf(definition, locale, words).say(definition.title)
  const { html, csp } = renderDocument({
    locale,
    title,
    css: manifest().css + themeCss(definition?.theme) + css,
    body: (
      <div class="survey" lang={locale} dir={directionOf(locale)}>
        <div class="sheet">
          <main>
            {brand && <p class="brand title">{brand}</p>}
            <div class="said-plainly">
              <h1>{title}</h1>
              <p>{text}</p>
              {children}
            </div>
          </main>
        </div>
        <footer class="foot">
          <span class="made">{words.madeWith}</span>
        </footer>
      </div>
    ),
  })
  return htmlResponse(request, html, { status, locale, csp, ...(headers ? { headers } : {}) })
}

type About = Pick<Said, 'definition' | 'headers'> & { asked?: string | null | undefined }

/** A page that says why there are no questions, in the visitor's language. */
export const noticePage = (request: Request, name: NoticeName, { definition, asked = null, headers }: About = {}) => {
  const locale = localeOf(definition?.locales ?? wordLocales, asked, request.headers.get('accept-language'))
  return sayPlainly(request, { ...wordsFor(locale).notices[name], status: statusOf[name], locale, definition, headers })
}
