import { makeTestToken } from '@/auth/test-link'
import { env } from '@/config/env'
import type { Message } from '@/delivery/email/render-alert'
import { renderSurveyTest } from '@/delivery/email/render-survey-test'
import { surveySchema } from '@/domain/survey/schema'
import { type ClaimedDelivery, saveMessage } from '@/store/delivery/claim-delivery'
import { loadTest } from '@/store/survey/load-test'

/** A test of a survey, as it was at the first attempt: a retry says the same. */
export const testMessageFor = async (delivery: ClaimedDelivery): Promise<Message> => {
  const { organizationId, id, memberId, surveyId, surveyVersion, subject, text, html, locale, createdAt } = delivery
  if (subject !== null && text !== null && html !== null) return { subject, text, html }
  const link = { organizationId, surveyId: surveyId ?? '', memberId: memberId ?? '', version: surveyVersion ?? 0 }
  const found = surveyId === null || memberId === null ? undefined : await loadTest(link)
  const isDraft = link.version === 0
  const definition = isDraft ? found && surveySchema.parse(found.draft) : found?.definition
  if (!found || !definition) throw new Error(`the survey or the member of delivery ${id} is gone`)
  const message = renderSurveyTest({
    ...{ definition, locale, memberLocale: found.memberLocale, isDraft },
    version: isDraft ? found.publishedVersion : link.version,
    url: `${env().appUrl}/t/${makeTestToken(link, createdAt)}`,
  })
  await saveMessage(organizationId, id, message)
  return message
}
