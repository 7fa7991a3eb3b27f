import type { Rule } from '@/domain/alert/rule'
import type { TeamInput } from '@/domain/organization/schema'
import type { Programme } from '@/domain/programme/schema'
import { isSame } from '@/domain/same-json'
import type { JourneyInput, TouchpointInput } from '@/domain/touchpoint/schema'
import { saveObjects } from './apply-programme'
import { removeJourney } from './remove-journey'
import { removeTeam } from './remove-team'
import { removeTouchpoint } from './remove-touchpoint'
import { readJourneys } from './save-journey'
import { deleteRule, readRule } from './save-rule'
import { readTeams } from './save-team'
import { readTouchpoints } from './save-touchpoint'
import { Refused, type Scope } from './transaction'

export type Undoable = 'teams' | 'journeys' | 'touchpoints' | 'alertRules'

const readers: Record<Undoable, (scope: Scope, key: string) => Promise<unknown>> = {
  teams: async (scope, key) => (await readTeams(scope, key))[key],
  journeys: async (scope, key) => (await readJourneys(scope, key))[key],
  touchpoints: async (scope, key) => (await readTouchpoints(scope, key))[key],
  alertRules: async (scope, key) => (await readRule(scope, key))?.rule,
}

const isUndoable = (kind: string): kind is Undoable => kind in readers

type Recorded = { kind: string; key: string; before: unknown; after: unknown }

/** Every object must stand as the change left it: taking back must not take somebody else's later work with it. */
const checkUntouched = async (scope: Scope, changes: readonly Recorded[]): Promise<void> => {
  for (const { kind, key, after } of changes) {
    if (!isUndoable(kind)) throw new Refused([{ path: `${kind}.${key}`, message: 'can’t be taken back' }])
    if (!isSame((await readers[kind](scope, key)) ?? null, after ?? null))
      throw new Refused([{ path: `${kind}.${key}`, message: 'has been changed again since' }])
  }
}

const keysMade = (changes: readonly Recorded[], wanted: Undoable): string[] =>
  changes.filter(({ kind, before }) => kind === wanted && before === null).map(({ key }) => key)

const former = <T>(changes: readonly Recorded[], wanted: Undoable): Record<string, T> =>
  Object.fromEntries(
    changes.filter(({ kind, before }) => kind === wanted && before !== null).map(({ key, before }) => [key, before as T]),
  )

/** Takes back what one apply changed in `kinds`, as a change of its own. Answers whether there was such an apply. */
export const undoChanges = async (scope: Scope, applyId: string, kinds?: readonly Undoable[]): Promise<boolean> => {
  const { db, organizationId } = scope
  const changes = await db.programmeChange.findMany({ where: { organizationId, applyId }, orderBy: { id: 'asc' } })
  if (changes.length === 0 || (kinds && changes.some(({ kind }) => !kinds.includes(kind as Undoable)))) return false
  await checkUntouched(scope, changes)
  for (const key of keysMade(changes, 'alertRules')) await deleteRule(scope, key)
  for (const key of keysMade(changes, 'touchpoints')) await removeTouchpoint(scope, key)
  const programme: Programme = {
    members: {},
    webhooks: {},
    chats: {},
    surveys: {},
    metrics: {},
    rootCauses: {},
    recoveryActions: {},
    caseMails: {},
    teams: former<TeamInput>(changes, 'teams'),
    journeys: former<JourneyInput>(changes, 'journeys'),
    touchpoints: former<TouchpointInput>(changes, 'touchpoints'),
    alertRules: former<Rule>(changes, 'alertRules'),
  }
  await saveObjects(scope, programme, new Map())
  for (const key of keysMade(changes, 'journeys')) await removeJourney(scope, key)
  for (const key of keysMade(changes, 'teams')) await removeTeam(scope, key)
  return true
}
