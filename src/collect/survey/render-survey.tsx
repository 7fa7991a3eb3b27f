/** @jsxImportSource preact */
import '@/widget/view/install-parts'
import { isTestToken } from '@/domain/response/test-id'
import { type Answers, type Outcome, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { findVisible, type Surroundings } from '@/domain/survey/visibility'
import type { TestMark } from '@/pipeline/listen/open-test'
import { writeAnswers } from '@/widget/fields'
import type { HostedData, KioskData } from '@/widget/hosted-data'
import { type Faults, usable } from '@/widget/steps'
import { themeCss } from '@/widget/theme'
import { Frame } from '@/widget/view/frame'
import { manyFamilies } from '@/widget/view/kinds/kind'
import { Languages } from '@/widget/view/languages'
import { pageOf, thanksOf, tongueOf } from '@/widget/view/make-page'
import { wordsFor, wordsOf } from '@/widget/words/all'
import { manifest } from '../assets/manifest'
import { renderDocument } from '../document'
import { markCss, markTitle, TestBanner } from '../test/test-banner'
import { Honeypot, honeypotCss } from './honeypot'
import { nameOfLanguage } from './language'
import { aroundOf, type Visit, writeVisit } from './visit'

type Survey = { slug: string; definition: SurveyDefinition; test?: TestMark | undefined }

const picturesOf = (definition: SurveyDefinition): string[] => {
  const images = questionsOf(definition).flatMap((question) =>
    question.kind === 'image_choice' ? question.options.map(({ image }) => image) : [],
  )
  const { logo } = definition.theme ?? {}
  return [...new Set([...(logo ? [logo] : []), ...images].map((address) => new URL(address).origin))]
}

/** Where a visit's pages are: at its personal link, or at the survey's public address. */
const pathOf = (slug: string, { invitationToken }: Visit): string =>
  invitationToken ? `/${isTestToken(invitationToken) ? 't' : 'i'}/${invitationToken}` : `/s/${encodeURIComponent(slug)}`

/** The survey's languages, each under the address that this page was called with. */
const languagesOf = ({ definition }: Survey, path: string, query: URLSearchParams) =>
  definition.locales.map((locale) => {
    const changed = new URLSearchParams(query)
    changed.set('lang', locale)
    return { locale, name: nameOfLanguage(locale), href: `${path}?${changed}` }
  })

const kindsOf = (definition: SurveyDefinition): string[] => [...new Set(questionsOf(definition).map(({ kind }) => kind))]

/** What the survey's kinds need beside what every survey has, each once. */
const partsOf = (definition: SurveyDefinition) => {
  const { kinds, every } = manifest()
  const used = kindsOf(definition).flatMap((kind) => kinds[kind] ?? [])
  const parts = [...new Map(used.map((part) => [part.script, part])).values()]
  const pipe = JSON.stringify(definition).includes('{{') && kinds.pipe ? [kinds.pipe] : []
  return [...(parts.length < manyFamilies ? parts : [every]), ...pipe]
}

const cssOf = (definition: SurveyDefinition): string =>
  [manifest().css, ...partsOf(definition).map(({ css }) => css), themeCss(definition.theme)].join('')

/** What a page at a kiosk needs beside itself, for the hours without a network. */
const kioskOf = (definition: SurveyDefinition, query: URLSearchParams): KioskData | undefined => {
  if (query.get('mode') !== 'kiosk') return undefined
  const { kiosk, worker, hosted } = manifest()
  const files = [...hosted, ...partsOf(definition).map(({ script }) => script), ...kiosk]
  return { script: kiosk[0] ?? '', worker, files: [...new Set(files)] }
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
  const questions = pages.find(({ index }) => index === pageIndex)?.questions ?? []
  const asked = questions.map(({ key }) => key)
  const enctype = questions.some(({ kind }) => kind === 'file') ? 'multipart/form-data' : undefined
  const hidden = [...writeVisit(visit, asked), ...writeAnswers(answers, new Set(asked))]
  const { provisional = [], ...place } = visit
  const isFresh = visit.revision === 0 && Object.keys(given).every((key) => provisional.includes(key))
  const { hosted } = manifest()
  const [src = '', ...imports] = [...hosted, ...partsOf(definition).map(({ script }) => script)].map((name) => `/widget/${name}`)
  const path = pathOf(slug, visit)
  const languages = languagesOf(survey, path, query)
  const kiosk = kioskOf(definition, query)
  const data: HostedData = {
    ...{ slug, definition, words: wordsOf(definition, words), visit: place, given, faults, languages },
    ...(notice ? { notice } : {}),
    ...(provisional.length > 0 ? { provisional } : {}),
    ...(kiosk ? { kiosk } : {}),
  }
  return renderDocument({
    locale,
    title: markTitle(tongue.say(definition.title), survey.test),
    css: cssOf(definition) + honeypotCss + markCss(survey.test),
    before: survey.test && <TestBanner test={survey.test} />,
    pictures: picturesOf(definition),
    script: { src, imports, data },
    // A page that is sent on by the browser itself stays in its history, for the next person at the kiosk to go back to.
    isShownByScript: kiosk !== undefined,
    body: (
      <Frame {...tongue} definition={definition} languages={<Languages {...tongue} languages={languages} isFresh={isFresh} />}>
        {pageOf({ definition, tongue, around, given, answers, pageIndex, faults, notice, action: path, enctype, hidden })}
      </Frame>
    ),
    after: <Honeypot />,
  })
}

type End = { notice?: string; outcome?: Outcome | undefined }

/** `outcome`: how the server ended it, where that isn't what the answers alone say. */
export const renderThanks = (
  survey: Survey,
  visit: Pick<Visit, 'locale'> & Surroundings,
  answers: Answers,
  { notice, outcome }: End = {},
) => {
  const { definition } = survey
  const tongue = tongueOf(definition, visit.locale, wordsFor(visit.locale))
  return renderDocument({
    locale: visit.locale,
    title: markTitle(tongue.say(definition.title), survey.test),
    css: cssOf(definition) + markCss(survey.test),
    before: survey.test && <TestBanner test={survey.test} />,
    pictures: picturesOf(definition),
    body: (
      <Frame {...tongue} definition={definition}>
        {thanksOf(definition, tongue, answers, aroundOf(visit), { notice, outcome })}
      </Frame>
    ),
  })
}
