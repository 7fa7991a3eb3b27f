import { parse } from '../parse'
import type { SurveyDefinition } from './definition'
import { surveySchema } from './schema'

/** What publishing would make of a draft: its texts tidied, its defaults filled in; undefined while it lacks what a survey needs. */
export const finishedOf = (draft: unknown): SurveyDefinition | undefined => {
  const checked = parse(surveySchema, draft)
  return 'errors' in checked ? undefined : checked.value
}
