import type { Issue } from '@/domain/errors'
import { uuidSchema } from '@/domain/schemas'
import { type Answers, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { claimUploads as claim } from '@/store/upload/claim-uploads'

type Of = { organizationId: string; surveyId: string; responseId: string }

/**
 * Checks that every file an answer names was uploaded for that very question of that response, and keeps the sweep from
 * removing it. Answers what is wrong; an empty list lets the response through. Call it before the response is kept: a
 * crash in between leaves a file too many, never one too few.
 */
export const claimUploads = async (of: Of, definition: Pick<SurveyDefinition, 'pages'>, answers: Answers): Promise<Issue[]> => {
  const files = questionsOf(definition).filter(({ key, kind }) => kind === 'file' && answers[key] !== undefined)
  const issues = await Promise.all(
    files.map(async ({ key }): Promise<Issue[]> => {
      const ids = [answers[key]].flat().map((id) => uuidSchema.safeParse(id).data)
      const known = ids.filter((id) => id !== undefined)
      const found = await claim({ ...of, question: key }, known)
      return found.length === ids.length ? [] : [{ path: `answers.${key}`, message: 'names a file that was not uploaded for it' }]
    }),
  )
  return issues.flat()
}
