import { makeTestToken } from '@/auth/test-link'
import { env } from '@/config/env'
import type { Message } from '@/delivery/email/render-alert'
import { renderSurveyTest } from '@/delivery/email/render-survey-test'
import { Undeliverable } from '@/delivery/undeliverable'
import { finishedOf } from '@/domain/survey/finished'
import { type ClaimedDelivery, saveMessage } from '@/store/delivery/claim-delivery'
import { loadTest } from '@/store/survey/load-test'

/** A test of a survey, as it was at the first attempt: a retry says the same. */
export const testMessageFor = async (delivery: ClaimedDelivery): Promise<Message> => {
  const { organizationId, memberId, surveyId, surveyVersion, subject, text, html, locale, createdAt } = delivery
  if (subject !== null && text !== null && html !== null) return { subject, text, html }
  const link = { organizationId, surveyId: surveyId ?? '', memberId: memberId ?? '', version: surveyVersion ?? 0 }
  const found = surveyId === null || memberId === null ? undefined : await loadTest(link)
  const isDraft = link.version === 0
  if (!found) throw new Undeliverable('The survey or the member is gone.')
  const definition = isDraft ? finishedOf(found.draft) : found.definition
  if (!definition) throw new Undeliverable(isDraft ? 'The draft isn’t finished any more.' : 'The version is gone.')
  const message = renderSurveyTest({
    ...{ definition, locale, memberLocale: found.memberLocale, isDraft },
    version: isDraft ? found.publishedVersion : link.version,
    url: `${env().appUrl}/t/${makeTestToken(link, createdAt)}`,
  })
  await saveMessage(delivery, message)
  return message
}
