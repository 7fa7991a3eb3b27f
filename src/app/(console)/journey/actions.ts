'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import { tellChanges } from '@/domain/programme/tell-changes'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { listChanges } from '@/pipeline/design/list-changes'
import { removeObject } from '@/pipeline/design/remove-object'
import { undoChanges } from '@/pipeline/design/undo-changes'

/** `issues` are in English, as the machine door says them: they name places in the programme. */
export type EditProblem = {
  problem: 'signed_out' | 'not_allowed' | 'conflict' | 'in_use' | 'refused'
  issues?: readonly Issue[]
}
export type EditResult = { applyId: string } | EditProblem

const objects = z.record(z.string(), z.unknown())
const edit = z.object({
  journeys: objects.optional(),
  touchpoints: objects.optional(),
  /** what the editor last saw of them */
  expected: z.object({ journeys: objects.optional(), touchpoints: objects.optional() }),
})

export type Edit = z.input<typeof edit>

const toProblem = ({ error, errors }: Failure): EditProblem => ({
  problem: error === 'conflict' ? 'conflict' : error === 'in_use' ? 'in_use' : 'refused',
  ...(errors ? { issues: errors } : {}),
})

type Designer = { organizationId: string; email: string }

const asDesigner = async (work: (member: Designer) => Promise<{ applyId: string } | Failure>): Promise<EditResult> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'programme.write')) return { problem: 'not_allowed' }
  const result = await work(member)
  // After a refusal too: the screen then shows what there is.
  revalidatePath('/', 'layout')
  return isFailure(result) ? toProblem(result) : { applyId: result.applyId }
}

/** Saves what was edited, unless somebody else changed it since it was read. */
export const saveEdit = async (given: Edit): Promise<EditResult> =>
  asDesigner(async ({ organizationId, email }) => {
    const { expected, journeys = {}, touchpoints = {} } = edit.parse(given)
    const seen = {
      ...(expected.journeys ? { journeys: expected.journeys } : {}),
      ...(expected.touchpoints ? { touchpoints: expected.touchpoints } : {}),
    }
    return applyProgramme(organizationId, { journeys, touchpoints }, { by: email, expected: seen })
  })

/** Takes back what was saved under an apply. */
export const undoEdit = async (applyId: string): Promise<EditResult> =>
  asDesigner(({ organizationId, email }) =>
    undoChanges(organizationId, z.uuid().parse(applyId), email, ['journeys', 'touchpoints']),
  )

/** Takes away what nothing speaks of. */
export const removeFromMap = async (kind: 'journeys' | 'touchpoints', key: string): Promise<EditResult> =>
  asDesigner(({ organizationId, email }) =>
    removeObject(organizationId, z.enum(['journeys', 'touchpoints']).parse(kind), z.string().parse(key), email),
  )

export type HistoryEntry = {
  id: string
  by: string
  at: Date
  kind: 'made' | 'changed' | 'removed'
  fields: { path: string; before: string; after: string }[]
}

const inWords = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** What became of a touchpoint, newest first; empty for those who may not design. */
export const readHistory = async (key: string): Promise<HistoryEntry[]> => {
  const member = await currentMember()
  if (!member || !can(member.role, 'programme.read')) return []
  const changes = await listChanges(member.organizationId, 'touchpoints', z.string().max(64).parse(key))
  return changes.map(({ id, by, byName, at, before, after }) => ({
    id,
    by: byName ?? by,
    at,
    kind: before === null ? 'made' : after === null ? 'removed' : 'changed',
    fields:
      before === null || after === null
        ? []
        : tellChanges(before, after).flatMap(({ path, before: old, after: now }) =>
            // A standard that came or went as a whole is told by its parts.
            path === 'standard'
              ? tellChanges(old ?? {}, now ?? {}).map((part) => ({
                  path: `standard.${part.path}`,
                  before: inWords(part.before),
                  after: inWords(part.after),
                }))
              : [{ path, before: inWords(old), after: inWords(now) }],
          ),
  }))
}
