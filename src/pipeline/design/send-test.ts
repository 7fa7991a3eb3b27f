import { makeTestToken } from '@/auth/test-link'
import { env } from '@/config/env'
import { isUuid } from '@/domain/cursor'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { surveySchema } from '@/domain/survey/schema'
import { enqueue } from '@/queue/producer'
import { addTestMail } from '@/store/delivery/add-test-mail'
import { getTestMail, type TestMailState } from '@/store/delivery/get-test-mail'
import { findAccount } from '@/store/member/find-account'
import { getSurveyDetail, type SurveyDetail } from '@/store/survey/get-survey-detail'

/** Test mails that one member may ask for in an hour. */
export const testsAnHour = 10

type Asked = {
  organizationId: string
  memberId: string
  survey: string
  /** the draft, or what customers see */
  which: 'draft' | 'published'
  /** of the survey's languages */
  locale: string
}

/** `url` opens what the mail's link opens. */
export type SentTest = { deliveryId: string; url: string }

/** `version`: what the link shows; 0 for the draft. */
type Shown = { definition: SurveyDefinition; version: number }

const chooseShown = ({ draft, published, publishedVersion }: SurveyDetail, which: Asked['which']): Shown | Failure => {
  if (which === 'published')
    return published && publishedVersion !== null
      ? { definition: published, version: publishedVersion }
      : fail('not_found', 'The survey isn’t published.')
  const checked = parse(surveySchema, draft)
  return 'errors' in checked
    ? fail('invalid', 'The draft can’t be tested before it is finished.', checked.errors)
    : { definition: checked.value, version: 0 }
}

/**
 * Sends a member a test of a survey: to their own address, as a delivery like all others. Its link opens the survey for a week, for as
 * long as they are a member; a draft's link opens the draft as it is then. Nothing that is answered through it is kept.
 */
export const sendTest = async (asked: Asked, now: Date): Promise<SentTest | Failure> => {
  const { organizationId, memberId, which, locale } = asked
  const [account, survey] = await Promise.all([
    findAccount(organizationId, memberId),
    getSurveyDetail(organizationId, asked.survey),
  ])
  if (!account || !survey) return fail('survey_not_found', `There is no survey "${asked.survey}".`)
  const shown = chooseShown(survey, which)
  if ('error' in shown) return shown
  const { definition, version } = shown
  if (!definition.locales.includes(locale))
    return fail('invalid', undefined, [{ path: 'locale', message: 'is none of the survey’s languages' }])
  const token = makeTestToken({ organizationId, surveyId: survey.id, memberId, version }, now)
  const { email, name } = account
  const mail = { organizationId, memberId, email, name, locale, surveyId: survey.id, version, at: now }
  const deliveryId = await addTestMail(mail, testsAnHour)
  if (deliveryId === undefined) return fail('too_many', `At most ${testsAnHour} tests an hour.`)
  await enqueue('deliver-message', [{ organizationId, id: deliveryId, attempt: 0 }])
  return { deliveryId, url: `${env().appUrl}/t/${token}?lang=${encodeURIComponent(locale)}` }
}

/** What has come of a member's own test; undefined if it isn't theirs. */
export const followTest = async (
  organizationId: string,
  memberId: string,
  deliveryId: string,
): Promise<TestMailState | undefined> => (isUuid(deliveryId) ? getTestMail(organizationId, memberId, deliveryId) : undefined)
