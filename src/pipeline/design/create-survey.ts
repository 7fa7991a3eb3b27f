import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { localeSchema } from '@/domain/schemas'
import { blankSurvey } from '@/domain/survey/edit/blank-survey'
import { makeKey } from '@/domain/survey/edit/make-key'
import { inProgramme } from '@/store/programme/apply-programme'
import { readSurveyKeys, saveSurvey } from '@/store/programme/save-survey'
import { Refused } from '@/store/programme/transaction'

type NewSurvey = { title: string; touchpoint: string; locale: string }

/** A new survey with one empty page, as a draft. Its key is made from its name. */
export const createSurvey = async (
  organizationId: string,
  given: NewSurvey,
  by = 'system',
): Promise<{ key: string } | Failure> => {
  const title = given.title.trim().slice(0, 200)
  const locale = parse(localeSchema, given.locale)
  if (title === '' || 'errors' in locale) return fail('invalid', 'A survey needs a name and a language.')
  try {
    return await inProgramme(organizationId, by, async (scope) => {
      const taken = new Set(await readSurveyKeys(scope))
      const isTaken = (key: string) => taken.has(key.replaceAll('_', '-'))
      const key = makeKey(title, 'survey', isTaken).replaceAll('_', '-')
      await saveSurvey(scope, key, blankSurvey(given.touchpoint, title, locale.value))
      return { key }
    })
  } catch (error) {
    if (error instanceof Refused) return fail('reference_missing', 'There is no such touchpoint.', error.issues)
    throw error
  }
}
