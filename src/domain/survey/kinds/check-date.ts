import type { DateQuestion } from '../question'
import type { AnswerCheck } from './answer-check'

/** A day of the calendar, without a time and so without a zone. */
export const isCalendarDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return at > -62_135_596_800_001 && new Date(at).toISOString().startsWith(text)
}

export const dateCheck: AnswerCheck<DateQuestion> = {
  fits: ({ earliest, latest }, answer) => {
    if (typeof answer !== 'string') return { code: 'wrong_type', wanted: 'date' }
    if (!isCalendarDay(answer)) return { code: 'not_a_date' }
    if (earliest !== undefined && answer < earliest) return { code: 'too_early', earliest }
    return latest !== undefined && answer > latest ? { code: 'too_late', latest } : undefined
  },
}
