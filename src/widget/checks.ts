import type { AnswerChecks } from '@/domain/survey/kinds/answer-check'
import { scaleCheck } from '@/domain/survey/kinds/check-scale'

/**
 * How answers are judged, for the kinds that are there. The server has all of them; a browser begins with what an embed's
 * first question may be, and gets the others with the kinds that its survey uses.
 */
export const checks: AnswerChecks = { nps: scaleCheck, csat: scaleCheck, ces: scaleCheck }

export const installChecks = (more: AnswerChecks): void => void Object.assign(checks, more)
