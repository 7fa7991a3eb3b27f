import { parse } from '@/domain/parse'
import { programmeSchema } from '@/domain/programme/schema'
import { readProgramme } from '@/store/programme/read-programme'

/**
 * The organization's programme in the shape that `applyProgramme` takes: applying it changes nothing. A survey whose draft
 * still lacks something is left out, since no file could bring it back; what is left out of a file stays as it is.
 */
export const exportProgramme = async (organizationId: string) => {
  const programme = await readProgramme(organizationId)
  const whole = Object.entries(programme.surveys).filter(
    ([key, survey]) => !('errors' in parse(programmeSchema, { surveys: { [key]: survey } })),
  )
  return { ...programme, surveys: Object.fromEntries(whole) }
}
