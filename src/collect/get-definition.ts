import { createHash } from 'node:crypto'
import { chooseLocale } from '@/domain/localized'
import { getPublishedSurvey } from '@/pipeline/listen/get-survey'
import { themeCss } from '@/widget/theme'
import { wordLocaleFor, wordsFor } from '@/widget/words/all'
import { earlyWords } from '@/widget/words/early'
import { corsHeaders } from './cors'
import { problem } from './problem'
import { whileAway } from './while-away'

/** For an embed, which asks in languages, best first: in which of the survey's it is shown, and the words that show its first question. */
const spokenIn = (locales: readonly string[], asked: string | null) => {
  if (asked === null) return undefined
  const locale = chooseLocale(locales, asked.split(',').slice(0, 20))
  return { locale, wordLocale: wordLocaleFor(locale), words: earlyWords(wordsFor(locale)) }
}

const tagOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 10)

const definitionOf = async (request: Request, params: Record<string, string>): Promise<Response> => {
  const survey = await getPublishedSurvey(params.survey ?? '')
  const origin = request.headers.get('origin')
  if (!survey)
    return problem(404, `There is no published survey "${params.survey}".`, { headers: corsHeaders(origin, undefined) })
  const spoken = spokenIn(survey.definition.locales, new URL(request.url).searchParams.get('lang'))
  const etag = `"${survey.surveyId}-${survey.version}${spoken ? `-${tagOf(spoken)}` : ''}"`
  const headers = {
    ...corsHeaders(origin, survey.definition.origins),
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
  }
  if (survey.isClosed) return problem(410, 'This survey is closed.', { headers: corsHeaders(origin, survey.definition.origins) })
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const { slug, version, definition } = survey
  return Response.json({ slug, version, definition, theme: themeCss(definition.theme), ...spoken }, { headers })
}

/**
 * `GET /api/v1/surveys/{survey}/definition`: the published version. The tag is the version, since versions never change; with
 * `?lang=` (locales, best first, with commas) also the words of ours that an embed begins with, and theirs.
 */
export const getDefinition = (request: Request, params: Record<string, string>): Promise<Response> =>
  whileAway(
    () => definitionOf(request, params),
    async () =>
      problem(503, 'The survey can’t be read just now; please ask again.', {
        headers: { ...corsHeaders(request.headers.get('origin'), undefined), 'retry-after': '5' },
      }),
  )
