import { readProgramme } from '@/store/programme/read-programme'

/** The organization's programme in the shape that `applyProgramme` takes: applying it changes nothing. */
export const exportProgramme = (organizationId: string) => readProgramme(organizationId)
