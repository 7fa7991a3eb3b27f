/** @jsxImportSource preact */
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import { writeAnswers } from '@/widget/fields'
import type { HostedData } from '@/widget/hosted-data'
import { type Faults, usable } from '@/widget/steps'
import { themeCss } from '@/widget/theme'
import { Frame } from '@/widget/view/frame'
import { pageOf, thanksOf, tongueOf, visiblePage } from '@/widget/view/make-page'
import { wordsFor } from '@/widget/words/all'
import { manifest } from '../assets/manifest'
import { renderDocument } from '../document'
import { Languages } from './languages'
import { aroundOf, type Visit, writeVisit } from './visit'

type Survey = { slug: string; definition: SurveyDefinition }

const picturesOf = ({ theme }: SurveyDefinition): string[] => (theme?.logo ? [new URL(theme.logo).origin] : [])

const pathOf = (slug: string): string => `/s/${encodeURIComponent(slug)}`

/** The address of the survey in another language, with everything else it was called with. */
const languageHref = (slug: string, query: URLSearchParams) => (locale: string) => {
  const changed = new URLSearchParams(query)
  changed.set('lang', locale)
  return `${pathOf(slug)}?${changed}`
}

type Shown = {
  survey: Survey
  visit: Visit
  given: Readonly<Record<string, unknown>>
  faults?: Faults
  notice?: string
  query?: URLSearchParams
}

/** A page of questions. Fields of other pages travel hidden; what the script needs to take over stands beside them. */
export const renderSurveyPage = ({ survey, visit, given, faults = {}, notice, query = new URLSearchParams() }: Shown) => {
  const { slug, definition } = survey
  const { locale, pageIndex } = visit
  const words = wordsFor(locale)
  const tongue = tongueOf(definition, locale, words)
  const around = aroundOf(visit)
  const asked = visiblePage(definition, given, around, pageIndex)?.questions.map(({ key }) => key) ?? []
  const hidden = [...writeVisit(visit, asked), ...writeAnswers(usable(definition, given), new Set(asked))]
  const isFresh = visit.revision === 0 && Object.keys(given).length === 0
  const { hosted, css } = manifest()
  const data: HostedData = { slug, definition, words, visit, given, faults, ...(notice ? { notice } : {}) }
  const languages = (
    <Languages
      locales={definition.locales}
      locale={locale}
      label={words.languages}
      href={languageHref(slug, query)}
      isFresh={isFresh}
    />
  )
  return renderDocument({
    locale,
    title: tongue.say(definition.title),
    css: css + themeCss(definition.theme),
    pictures: picturesOf(definition),
    script: hosted ? { src: `/widget/${hosted}`, data } : undefined,
    body: (
      <Frame {...tongue} definition={definition} languages={languages}>
        {pageOf({ definition, tongue, around, given, pageIndex, faults, notice, action: pathOf(slug), hidden })}
      </Frame>
    ),
  })
}

export const renderThanks = (survey: Survey, visit: Visit, answers: Answers) => {
  const { definition } = survey
  const tongue = tongueOf(definition, visit.locale, wordsFor(visit.locale))
  return renderDocument({
    locale: visit.locale,
    title: tongue.say(definition.title),
    css: manifest().css + themeCss(definition.theme),
    pictures: picturesOf(definition),
    body: (
      <Frame {...tongue} definition={definition}>
        {thanksOf(definition, tongue, answers, aroundOf(visit))}
      </Frame>
    ),
  })
}
