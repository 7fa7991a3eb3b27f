import { chooseLocale } from '@/domain/localized'
import { getSurveyVersion } from '@/pipeline/listen/get-survey'
import { findOpenInvitation } from '@/pipeline/listen/open-invitation'
import { keepFile } from '../form/keep-file'
import { readForm } from '../form/read-form'
import { takeSubmission } from '../limits'
import type { Peer } from '../peer'
import { isSameOrigin } from '../same-origin'
import { answerForm, moveOf, retrySeconds } from '../survey/answer-form'
import { isTrapped } from '../survey/honeypot'
import { noticePage } from '../survey/notice-page'
import { readVisit } from '../survey/visit'
import { whileAway } from '../while-away'
import { sayStanding, sayUnknown, secretive } from './say-invitation'

const nextPage = async (request: Request, token: string, { address }: Peer): Promise<Response> => {
  const limited = await takeSubmission(address)
  const isOurs = isSameOrigin(request.headers)
  const found = await findOpenInvitation(token, new Date())
  const takeFile =
    found &&
    keepFile({
      slug: found.survey.slug,
      responseId: () => found.responseId,
      address,
      bytes: Number(request.headers.get('content-length') ?? 0),
    })
  const read = await readForm(request, isOurs && !limited ? takeFile : undefined)
  if (read instanceof Response) return read
  const { form, refused } = read
  const posted = readVisit(form)
  const asked = moveOf(form).locale ?? posted?.locale ?? null
  if (!found) return sayUnknown(request, asked)
  const about = { definition: found.survey.definition, asked, headers: secretive }
  if (!isOurs) return noticePage(request, 'foreign', about)
  const ended = sayStanding(request, found, asked)
  if (ended) return ended
  const survey = posted?.id === found.responseId ? await getSurveyVersion(found.survey, posted.version) : undefined
  if (!posted || !survey) return noticePage(request, 'broken', about)
  const { channel, context } = found.invitation
  const visit = {
    ...posted,
    locale: chooseLocale(survey.definition.locales, asked ? [asked] : []),
    channel: channel ?? undefined,
    context,
    invitationToken: token,
  }
  return answerForm(request, {
    survey,
    form,
    refused,
    visit,
    isLimited: limited !== undefined,
    sender: { address, agent: request.headers.get('user-agent'), isTrapped: isTrapped(form) },
    headers: secretive,
    refuse: async (why) => {
      const standing = why === 'used' ? 'completed' : why === 'expired' ? 'expired' : undefined
      const now = standing === 'completed' ? ((await findOpenInvitation(token, new Date())) ?? found) : found
      const said = standing && sayStanding(request, now, visit.locale, standing)
      return said ?? noticePage(request, why === 'closed' ? 'closed' : 'broken', about)
    },
  })
}

/** `POST /i/{token}`: as `POST /s/{survey}`, for the one customer who is invited. */
export const postInvitationPage = (request: Request, { token = '' }: Record<string, string>, peer: Peer): Promise<Response> =>
  whileAway(
    () => nextPage(request, token, peer),
    () => noticePage(request, 'away', { headers: { ...secretive, 'retry-after': String(retrySeconds) } }),
  )
