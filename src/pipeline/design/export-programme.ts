import { stringify } from 'yaml'
import { readProgramme } from '@/store/programme/read-programme'

/** The organization's programme in the shape that `applyProgramme` takes: applying it changes nothing. */
export const exportProgramme = (organizationId: string) => readProgramme(organizationId)

/** The same as a file to keep and to apply. */
export const exportProgrammeYaml = async (organizationId: string): Promise<string> =>
  stringify(await readProgramme(organizationId), { lineWidth: 120, aliasDuplicateObjects: false })

/** One survey as a programme file of its own, in JSON; undefined if there is none. */
export const exportSurveyJson = async (organizationId: string, key: string): Promise<string | undefined> => {
  const { surveys } = await readProgramme(organizationId)
  const survey = Object.hasOwn(surveys, key) ? surveys[key] : undefined
  return survey && `${JSON.stringify({ surveys: { [key]: survey } }, null, 2)}\n`
}
