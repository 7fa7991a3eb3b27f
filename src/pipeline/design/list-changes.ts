import type { Programme } from '@/domain/programme/schema'
import { type ProgrammeChange, listChanges as read } from '@/store/programme/list-changes'

/** Who changed an object of the programme, when and how, newest first. */
export const listChanges = (organizationId: string, kind: keyof Programme, key: string, limit = 50): Promise<ProgrammeChange[]> =>
  read(organizationId, { kind, key, limit })

export type { ProgrammeChange } from '@/store/programme/list-changes'
