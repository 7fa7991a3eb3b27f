import { stringify } from 'yaml'
import { parse } from '@/domain/parse'
import { programmeSchema } from '@/domain/programme/schema'
import { readProgramme } from '@/store/programme/read-programme'

/**
 * The organization's programme in the shape that `applyProgramme` takes: applying it changes nothing. A survey whose draft
 * still lacks something is left out, since no file could bring it back; what a file leaves out stays as it is.
 */
export const exportProgramme = async (organizationId: string) => {
  const programme = await readProgramme(organizationId)
  const isWhole = ([key, survey]: [string, unknown]) => !('errors' in parse(programmeSchema, { surveys: { [key]: survey } }))
  return { ...programme, surveys: Object.fromEntries(Object.entries(programme.surveys).filter(isWhole)) }
}

/** The same as a file to keep and to apply. */
export const exportProgrammeYaml = async (organizationId: string): Promise<string> =>
  stringify(await exportProgramme(organizationId), { lineWidth: 120, aliasDuplicateObjects: false })

/** One survey as a programme file of its own, in JSON; undefined if there is none. */
export const exportSurveyJson = async (organizationId: string, key: string): Promise<string | undefined> => {
  const { surveys } = await readProgramme(organizationId)
  const survey = Object.hasOwn(surveys, key) ? surveys[key] : undefined
  return survey && `${JSON.stringify({ surveys: { [key]: survey } }, null, 2)}\n`
}
