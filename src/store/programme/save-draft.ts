import type { Draft } from '@/domain/survey/edit/operation'
import { withPageKeys } from '@/domain/survey/edit/page-keys'
import { lockSurvey } from './save-survey'
import { json, type Scope } from './transaction'

/** A survey's draft as editors share it. */
export type SharedDraft = { revision: number; draft: Draft }

export const readDraft = async ({ db, organizationId }: Scope, key: string): Promise<SharedDraft | undefined> => {
  const row = await db.survey.findUnique({
    where: { organizationId_key: { organizationId, key } },
    select: { draft: true, draftRevision: true },
  })
  return row ? { revision: row.draftRevision, draft: withPageKeys(row.draft as unknown as Draft) } : undefined
}

/** How long an editor that lost its connection may take to send the same edits again. */
const remembered = '30 days'

/**
 * Changes a draft under the survey's lock: `change` gets it as it is now, whatever the caller had seen. The id is of the
 * edits: those that were saved before aren't made again. Undefined where there is no such survey.
 */
export const changeDraft = async <Refused>(
  scope: Scope,
  { key, id }: { key: string; id: string },
  change: (now: SharedDraft) => { draft: Draft } | { refused: Refused },
): Promise<SharedDraft | { refused: Refused; now: SharedDraft } | { missing: 'survey' | 'touchpoint' }> => {
  const { db, organizationId } = scope
  await lockSurvey(scope, key)
  const now = await readDraft(scope, key)
  const survey = await db.survey.findUnique({ where: { organizationId_key: { organizationId, key } }, select: { id: true } })
  if (!now || !survey) return { missing: 'survey' }
  const known = await db.draftSave.findFirst({ where: { organizationId, surveyId: survey.id, id } })
  if (known) return now
  const changed = change(now)
  if ('refused' in changed) return { refused: changed.refused, now }
  const touchpoint = await db.touchpoint.findUnique({
    where: { organizationId_key: { organizationId, key: changed.draft.touchpoint } },
    select: { id: true },
  })
  if (!touchpoint) return { missing: 'touchpoint' }
  const revision = now.revision + 1
  await db.survey.update({
    where: { organizationId_key: { organizationId, key } },
    data: { draft: json(changed.draft), draftRevision: revision, touchpointId: touchpoint.id },
  })
  await db.$executeRaw`delete from draft_saves where organization_id = ${organizationId}::uuid and survey_id = ${survey.id}::uuid
                          and saved_at < now() - ${remembered}::interval`
  await db.draftSave.create({ data: { organizationId, surveyId: survey.id, id, revision } })
  return { revision, draft: changed.draft }
}
