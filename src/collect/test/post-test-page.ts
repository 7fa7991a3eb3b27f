import { isFailure } from '@/domain/errors'
import { chooseLocale } from '@/domain/localized'
import { isTestId } from '@/domain/response/test-id'
import { questionsOf } from '@/domain/survey/definition'
import { openTest, type TestedSurvey } from '@/pipeline/listen/open-test'
import { tryUpload } from '@/pipeline/listen/try-upload'
import { readForm, type TakeFile } from '../form/read-form'
import { secretive } from '../invitation/say-invitation'
import { takeSubmission, takeUpload } from '../limits'
import type { Peer } from '../peer'
import { isSameOrigin } from '../same-origin'
import { answerForm, moveOf, retrySeconds } from '../survey/answer-form'
import { isTrapped } from '../survey/honeypot'
import { noticePage } from '../survey/notice-page'
import { readVisit } from '../survey/visit'
import { whileAway } from '../while-away'
import { sayEnded, sayUnfinished } from './say-test'

/** Looks at a form's file as a customer's, and keeps none. */
const tryFile =
  ({ definition }: TestedSurvey, address: string): TakeFile =>
  async ({ name, fileName, body }) => {
    const question = questionsOf(definition).find(({ key }) => key === name)
    if (question?.kind !== 'file' || (await takeUpload(address, question.maxBytes))) return { fault: 'failed' }
    const tried = await tryUpload(question, { name: fileName, body }, new Date())
    if (!isFailure(tried)) return { id: tried.id }
    return { fault: tried.error === 'too_large' ? 'tooLarge' : tried.error === 'type_refused' ? 'wrongType' : 'failed' }
  }

const nextPage = async (request: Request, token: string, { address }: Peer): Promise<Response> => {
  const limited = await takeSubmission(address)
  const isOurs = isSameOrigin(request.headers)
  const survey = await openTest(token, new Date())
  const isOpen = survey !== undefined && !('unfinished' in survey)
  const read = await readForm(request, isOpen && isOurs && !limited ? tryFile(survey, address) : undefined)
  if (read instanceof Response) return read
  if (!survey) return sayEnded(request)
  if (!isOpen) return sayUnfinished(request, survey.memberLocale)
  const { form, refused } = read
  const posted = readVisit(form)
  const asked = moveOf(form).locale ?? posted?.locale ?? null
  const { definition, version } = survey
  const about = { definition, asked, headers: secretive }
  if (!isOurs) return noticePage(request, 'foreign', about)
  if (!posted || !isTestId(posted.id)) return noticePage(request, 'broken', about)
  const locale = chooseLocale(definition.locales, asked ? [asked] : [])
  return answerForm(request, {
    survey,
    form,
    refused,
    // A draft is tested as it is now: what has changed since the page before is met on this one.
    visit: { ...posted, version, locale, channel: 'email', context: {}, invitationToken: token },
    isLimited: limited !== undefined,
    sender: { address, agent: request.headers.get('user-agent'), isTrapped: isTrapped(form) },
    headers: secretive,
    refuse: () => noticePage(request, 'broken', about),
  })
}

/** `POST /t/{token}`: as a personal link's form, and nothing of it is kept. */
export const postTestPage = (request: Request, { token = '' }: Record<string, string>, peer: Peer): Promise<Response> =>
  whileAway(
    () => nextPage(request, token, peer),
    () => noticePage(request, 'away', { headers: { ...secretive, 'retry-after': String(retrySeconds) } }),
  )
