/** @jsxImportSource preact */
import '@/widget/view/install-parts'
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import { findVisible } from '@/domain/survey/visibility'
import { writeAnswers } from '@/widget/fields'
import type { HostedData, KioskData } from '@/widget/hosted-data'
import { type Faults, usable } from '@/widget/steps'
import { themeCss } from '@/widget/theme'
import { Frame } from '@/widget/view/frame'
import { Languages } from '@/widget/view/languages'
import { pageOf, thanksOf, tongueOf } from '@/widget/view/make-page'
import { wordsFor } from '@/widget/words/all'
import { manifest } from '../assets/manifest'
import { renderDocument } from '../document'
import { nameOfLanguage } from './language'
import { aroundOf, type Visit, writeVisit } from './visit'

type Survey = { slug: string; definition: SurveyDefinition }

const picturesOf = ({ theme }: SurveyDefinition): string[] => (theme?.logo ? [new URL(theme.logo).origin] : [])

const pathOf = (slug: string): string => `/s/${encodeURIComponent(slug)}`

/** The survey's languages, each under the address that this page was called with. */
const languagesOf = ({ slug, definition }: Survey, query: URLSearchParams) =>
  definition.locales.map((locale) => {
    const changed = new URLSearchParams(query)
    changed.set('lang', locale)
    return { locale, name: nameOfLanguage(locale), href: `${pathOf(slug)}?${changed}` }
  })

/** What a page at a kiosk needs beside itself, for the hours without a network. */
const kioskOf = (query: URLSearchParams): KioskData | undefined => {
  if (query.get('mode') !== 'kiosk') return undefined
  const { kiosk, worker, hosted, files } = manifest()
  const isOurs = (name: string) => name.endsWith('.js') && !/^(embed\.js|(runtime|more|box|worker)-)/.test(name)
  return { script: kiosk, worker, files: [hosted, kiosk, ...files.filter(isOurs)] }
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
  const answers = usable(definition, given)
  const { pages } = findVisible(definition, answers, around)
  const asked = pages.find(({ index }) => index === pageIndex)?.questions.map(({ key }) => key) ?? []
  const hidden = [...writeVisit(visit, asked), ...writeAnswers(answers, new Set(asked))]
  const isFresh = visit.revision === 0 && Object.keys(given).length === 0
  const { hosted, css } = manifest()
  const languages = languagesOf(survey, query)
  const kiosk = kioskOf(query)
  const data: HostedData = {
    ...{ slug, definition, words, visit, given, faults, languages },
    ...(notice ? { notice } : {}),
    ...(kiosk ? { kiosk } : {}),
  }
  return renderDocument({
    locale,
    title: tongue.say(definition.title),
    css: css + themeCss(definition.theme),
    pictures: picturesOf(definition),
    script: { src: `/widget/${hosted}`, data },
    body: (
      <Frame {...tongue} definition={definition} languages={<Languages {...tongue} languages={languages} isFresh={isFresh} />}>
        {pageOf({ definition, tongue, around, given, answers, pageIndex, faults, notice, action: pathOf(slug), hidden })}
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
