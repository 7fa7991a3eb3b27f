import type { AnswerChecks } from '@/domain/survey/kinds/answer-check'

/** How answers are judged, for the kinds that are there (view/kinds/kind.ts puts them in). */
export const checks: AnswerChecks = {}
