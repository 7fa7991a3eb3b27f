import { isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { submissionSchema } from '@/domain/response/submission'
import type { Answers, Outcome } from '@/domain/survey/definition'
import { toldOutcome } from '@/domain/survey/told-outcome'
import { log } from '@/observe/logger'
import { isOverload } from '@/pipeline/listen/accept-response'
import type { PublishedRow } from '@/pipeline/listen/get-survey'
import type { Sender } from '@/pipeline/listen/judge-arrival'
import { receiveResponse } from '@/pipeline/listen/receive-response'
import type { Visit } from './visit'

export type Unsaved = 'closed' | 'broken' | 'unavailable' | 'used' | 'expired'

const reasons: Readonly<Record<string, Unsaved>> = {
  survey_closed: 'closed',
  invitation_used: 'used',
  invitation_expired: 'expired',
}

/** `outcome`: how the response ended, where it ended otherwise than in being completed. */
type Saved = { revision: number; outcome: Outcome | undefined }

type Save = {
  survey: PublishedRow
  visit: Visit
  answers: Answers
  completed: boolean
  /** where the answers lead, unless to the end */
  page: number | undefined
  sender: Sender
}

/** Saves what a form carries, under the next revision; the answer's is that of the stored response afterwards. */
export const saveVisit = async ({ survey, visit, answers, completed, page, sender }: Save): Promise<Saved | Unsaved> => {
  const { channel, source, customerToken, invitationToken } = visit
  const submission = parse(submissionSchema, {
    survey: survey.slug,
    version: visit.version,
    revision: visit.revision + 1,
    answers,
    completed,
    ...(page === undefined ? {} : { page }),
    locale: visit.locale,
    startedAt: visit.startedAt,
    context: visit.context,
    ...(channel ? { channel } : {}),
    ...(source ? { source } : {}),
    ...(customerToken ? { customerToken } : {}),
    ...(invitationToken ? { invitationToken } : {}),
  })
  if ('errors' in submission) return 'broken'
  try {
    // The page's origin was checked; the survey's own list is about other people's pages.
    let accepted = await receiveResponse(visit.id, submission.value, new Date(), { sender })
    // Sent from a page that the browser's Back brought up again: its revision is behind, but what it says is the newest. A completed
    // response is left alone: there it's the same form sent twice.
    if (!isFailure(accepted) && !accepted.isKept && accepted.status !== 'completed')
      accepted = await receiveResponse(visit.id, { ...submission.value, revision: accepted.revision + 1 }, new Date(), { sender })
    return isFailure(accepted)
      ? (reasons[accepted.error] ?? 'broken')
      : { revision: accepted.revision, outcome: toldOutcome(accepted) }
  } catch (err) {
    if (!isOverload(err)) throw err
    log().warn({ err }, 'a survey page was not saved')
    return 'unavailable'
  }
}
