import { type Failure, fail, type Issue } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { uuidSchema } from '@/domain/schemas'
import { applyAll } from '@/domain/survey/edit/apply'
import { draftSchema } from '@/domain/survey/edit/draft-schema'
import type { Draft } from '@/domain/survey/edit/operation'
import { operationsSchema } from '@/domain/survey/edit/operation-schema'
import { prisma } from '@/store/connection'
import { changeDraft, readDraft, type SharedDraft } from '@/store/programme/save-draft'

/**
 * The draft after the edits. `draft` is there where somebody else had a part in it since `base`. `isMet`: somebody else has
 * changed the very thing that these edits are about; nothing of them is saved, and `draft` is what they meet.
 */
export type SavedEdits = { revision: number; draft?: Draft; isMet: boolean }

type Edits = {
  key: string
  /** a UUID of the editor's, the same when it sends the same edits again */
  id: string
  /** the revision that the editor saw */
  base: number
  operations: unknown
}

/** In ms. */
const longestWait = 15_000

const maxDraftBytes = 4 * 1024 * 1024

/** What a draft may not even be while it is edited. */
const checkShape = (draft: Draft): Issue[] => {
  const parsed = parse(draftSchema, draft)
  if ('errors' in parsed) return parsed.errors
  if (JSON.stringify(draft).length > maxDraftBytes) return [{ path: '', message: 'is larger than a survey can be' }]
  return []
}

/**
 * Makes edits of a survey's draft, all or none. What is published stays as it is. A draft may lack what a survey needs while
 * it is edited; publishing asks for it.
 */
export const saveDraftEdits = async (
  organizationId: string,
  { key, id, base, operations }: Edits,
): Promise<SavedEdits | Failure> => {
  const batch = parse(uuidSchema, id)
  const parsed = parse(operationsSchema, operations)
  if ('errors' in batch) return fail('invalid', 'The edits need a UUID.', batch.errors)
  if ('errors' in parsed) return fail('invalid', 'These are no edits.', parsed.errors)
  const save = (db: Parameters<Parameters<ReturnType<typeof prisma>['$transaction']>[0]>[0]) =>
    changeDraft<'met' | Issue[]>({ db, organizationId }, { key, id: batch.value }, ({ draft }) => {
      const applied = applyAll(draft, parsed.value)
      if ('obstacle' in applied) return { refused: 'met' }
      const issues = checkShape(applied.draft)
      return issues.length > 0 ? { refused: issues } : { draft: applied.draft }
    })
  // Saves of one draft wait for each other: in a rush longer than a transaction usually may.
  const result = await prisma().$transaction(save, { maxWait: longestWait, timeout: longestWait })
  if ('missing' in result)
    return result.missing === 'survey'
      ? fail('survey_not_found', `There is no survey "${key}".`)
      : fail('reference_missing', 'There is no such touchpoint.', [
          { path: 'touchpoint', message: 'there is no such touchpoint' },
        ])
  if ('refused' in result) {
    if (result.refused !== 'met') return fail('invalid', 'The edits can’t be made.', result.refused)
    return { ...result.now, isMet: true }
  }
  return { revision: result.revision, isMet: false, ...(result.revision === base + 1 ? {} : { draft: result.draft }) }
}

/** A survey's draft as its editor opens it; undefined where there is none, or none that is newer than `since`. */
export const openDraft = async (organizationId: string, key: string, since = 0): Promise<SharedDraft | undefined> => {
  const found = await readDraft({ db: prisma(), organizationId }, key)
  return found && found.revision > since ? found : undefined
}
