import { prisma } from '../connection'
import { readChats, readWebhooks } from './read-targets'
import { readOptions } from './save-case-option'
import { readJourneys } from './save-journey'
import { readMembers } from './save-member'
import { readMetrics } from './save-metric'
import { readRules } from './save-rule'
import { readSettings } from './save-settings'
import { readDrafts } from './save-survey'
import { readTeams } from './save-team'
import { readTouchpoints } from './save-touchpoint'
import type { Scope } from './transaction'

/** The whole programme as a transaction sees it, in the shape of a programme file. */
export const readAll = async (scope: Scope) => {
  const surveys = await readDrafts(scope)
  const rules = await readRules(scope)
  return {
    settings: await readSettings(scope),
    members: await readMembers(scope),
    teams: await readTeams(scope),
    journeys: await readJourneys(scope),
    touchpoints: await readTouchpoints(scope),
    surveys: Object.fromEntries(
      // Applying it again mustn't publish what is still being worked on.
      surveys.map(({ key, definition, isAhead }) => [key, { ...(isAhead ? { publish: false } : {}), ...definition }]),
    ),
    metrics: await readMetrics(scope),
    webhooks: await readWebhooks(scope),
    chats: await readChats(scope),
    alertRules: Object.fromEntries(rules.map(({ key, rule }) => [key, rule])),
    ...(await readOptions(scope)),
  }
}

export type StoredProgramme = Awaited<ReturnType<typeof readAll>>

/** The organization's whole programme as one object in the shape of a programme file; passwords stay behind. */
export const readProgramme = (organizationId: string): Promise<StoredProgramme> =>
  prisma().$transaction((db) => readAll({ db, organizationId }), { isolationLevel: 'RepeatableRead' })
