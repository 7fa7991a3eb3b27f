import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { testLinkDays } from '@/domain/response/test-id'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { fillIn } from '@/i18n/mail-words'
import { testWordLocale, testWords } from '@/i18n/test-words'
import type { Message } from './render-alert'
import { surveyContent } from './survey-content'
import { SurveyEmail, type TestNote } from './survey-email'

export type SurveyTestInput = {
  definition: SurveyDefinition
  /** of the survey's languages */
  locale: string
  /** the language of the member who asked for it */
  memberLocale: string
  /** of a draft the one that customers see, if there is one */
  version: number | null
  isDraft: boolean
  url: string
}

/** A survey's mail as a customer would get it, between two notes that say that it is a test; as HTML and as plain text. */
export const renderSurveyTest = ({ definition, locale, memberLocale, version, isDraft, url }: SurveyTestInput): Message => {
  const content = surveyContent(definition, locale, url)
  const words = testWords(memberLocale)
  const test: TestNote = {
    locale: testWordLocale(memberLocale),
    tag: words.tag,
    what: fillIn(isDraft ? (version === null ? words.firstDraft : words.draft) : words.version, { version: version ?? 0 }),
    text: fillIn(words.mail, { days: testLinkDays }),
    hint: content.points.length > 0 ? words.scale : undefined,
  }
  // A title with a line break in it must not begin a line of its own.
  const subject = `[${test.tag}] ${content.title}`.replace(/\s+/g, ' ')
  const html = renderToStaticMarkup(createElement(SurveyEmail, { content, subject, test }))
  const ends =
    content.ends && `${content.points[0]?.value} = ${content.ends.low} · ${content.points.at(-1)?.value} = ${content.ends.high}`
  const text = [
    `${test.tag} · ${test.what}`,
    content.title,
    ...content.lead,
    ...(content.question ? [content.question] : []),
    ...(ends ? [ends] : []),
    `${content.answer}: ${content.url}`,
    `-- \n${test.text}`,
  ].join('\n\n')
  return { subject, text: `${text}\n`, html: `<!doctype html>${html}` }
}
