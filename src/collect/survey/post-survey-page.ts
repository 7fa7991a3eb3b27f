import { chooseLocale } from '@/domain/localized'
import { uuidSchema } from '@/domain/schemas'
import { getPublishedSurvey, getSurveyVersion } from '@/pipeline/listen/get-survey'
import { keepFile } from '../form/keep-file'
import { readForm } from '../form/read-form'
import { isUnderAttack, takeSubmission, takeSurveySubmission } from '../limits'
import type { Peer } from '../peer'
import { isSameOrigin } from '../same-origin'
import { whileAway } from '../while-away'
import { answerForm, moveOf, retrySeconds } from './answer-form'
import { isTrapped } from './honeypot'
import { noticePage } from './notice-page'
import { readVisit } from './visit'

const nextPage = async (request: Request, params: Record<string, string>, { address }: Peer): Promise<Response> => {
  const slug = params.survey ?? ''
  const limited = (await takeSubmission(address)) ?? (await takeSurveySubmission(slug))
  const isOurs = isSameOrigin(request.headers)
  const isLimited = isUnderAttack(slug, new Date()) || limited !== undefined
  const takeFile = keepFile({
    slug,
    responseId: (fields) => uuidSchema.safeParse(fields.get('_id')).data,
    address,
    bytes: Number(request.headers.get('content-length') ?? 0),
  })
  const read = await readForm(request, isOurs && !isLimited ? takeFile : undefined)
  if (read instanceof Response) return read
  const { form, refused } = read
  const posted = readVisit(form)
  const asked = moveOf(form).locale ?? posted?.locale ?? null
  const current = await getPublishedSurvey(slug)
  if (!current) return noticePage(request, 'notFound', { asked })
  const about = { definition: current.definition, asked }
  if (!isOurs) return noticePage(request, 'foreign', about)
  if (current.isClosed) return noticePage(request, 'closed', about)
  const survey = posted && (await getSurveyVersion(current, posted.version))
  if (!survey) return noticePage(request, 'broken', about)
  const visit = { ...posted, locale: chooseLocale(survey.definition.locales, asked ? [asked] : []) }
  return answerForm(request, {
    survey,
    form,
    refused,
    visit,
    // Without a script nobody can show work: they are told the truth, with their answers in the form.
    isLimited,
    sender: { address, agent: request.headers.get('user-agent'), isTrapped: isTrapped(form) },
    refuse: (why) =>
      noticePage(request, why === 'closed' ? 'closed' : 'broken', { definition: survey.definition, asked: visit.locale }),
  })
}

/** `POST /s/{survey}`: the next page, the same one with its faults, or the thanks. */
export const postSurveyPage = (request: Request, params: Record<string, string>, peer: Peer): Promise<Response> =>
  whileAway(
    () => nextPage(request, params, peer),
    () => noticePage(request, 'away', { headers: { 'retry-after': String(retrySeconds) } }),
  )
