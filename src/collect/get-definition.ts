import { getPublishedSurvey } from '@/pipeline/listen/get-survey'
import { themeCss } from '@/widget/theme'
import { corsHeaders } from './cors'
import { problem } from './problem'
import { whileAway } from './while-away'

const definitionOf = async (request: Request, params: Record<string, string>): Promise<Response> => {
  const survey = await getPublishedSurvey(params.survey ?? '')
  const origin = request.headers.get('origin')
  if (!survey)
    return problem(404, `There is no published survey "${params.survey}".`, { headers: corsHeaders(origin, undefined) })
  const etag = `"${survey.surveyId}-${survey.version}"`
  const headers = {
    ...corsHeaders(origin, survey.definition.origins),
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
  }
  if (survey.isClosed) return problem(410, 'This survey is closed.', { headers: corsHeaders(origin, survey.definition.origins) })
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const { slug, version, definition } = survey
  return Response.json({ slug, version, definition, theme: themeCss(definition.theme) }, { headers })
}

/** `GET /api/v1/surveys/{survey}/definition`: the published version. The tag is the version, since versions never change. */
export const getDefinition = (request: Request, params: Record<string, string>): Promise<Response> =>
  whileAway(
    () => definitionOf(request, params),
    async () =>
      problem(503, 'The survey can’t be read just now; please ask again.', {
        headers: { ...corsHeaders(request.headers.get('origin'), undefined), 'retry-after': '5' },
      }),
  )
