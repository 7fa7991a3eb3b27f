import { v7 as uuidV7 } from 'uuid'
import { caseOptionKinds } from '@/domain/case/options'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import type { MetricDefinition } from '@/domain/metric/definition'
import type { Programme } from '@/domain/programme/schema'
import { prisma } from '../connection'
import { countAdministrators, keepAdministrator } from './keep-administrator'
import { checkCauses, saveOption } from './save-case-option'
import { removeStages, saveJourney } from './save-journey'
import { type HashedPassword, saveMember } from './save-member'
import { saveMetric } from './save-metric'
import { saveRule } from './save-rule'
import { checkNamed, saveSettings } from './save-settings'
import { publishDraft, saveSurvey } from './save-survey'
import { saveTarget } from './save-target'
import { saveTeam } from './save-team'
import { saveTouchpoint } from './save-touchpoint'
import { type Change, Refused, type Scope } from './transaction'

/** The faults of one object, at their places in the whole file. */
const within = (place: string, { detail, error, errors }: Failure): Issue[] =>
  errors?.map(({ path, message }) => ({ path: `${place}.${path}`, message })) ?? [{ path: place, message: detail ?? error }]

/** `[what, key, change]` for every object of the programme, in the order it was saved. */
export type AppliedObject = { kind: keyof Programme; key: string; change: Change }

export type Passwords = ReadonlyMap<string, HashedPassword>

/** An index comes after what it may be put together of. */
const partsFirst = (metrics: Programme['metrics']): Programme['metrics'] => {
  const isIndex = ([, definition]: [string, MetricDefinition]) => 'of' in definition && definition.of === 'index'
  const entries = Object.entries(metrics)
  return Object.fromEntries([...entries.filter((one) => !isIndex(one)), ...entries.filter(isIndex)])
}

/** Saves a programme within a transaction, in the order in which its objects refer to each other. */
export const saveObjects = async (scope: Scope, programme: Programme, passwords: Passwords): Promise<AppliedObject[]> => {
  const applied: AppliedObject[] = []
  const each = async <T>(
    kind: keyof Programme,
    entries: Readonly<Record<string, T>>,
    save: (key: string, value: T) => Promise<Change>,
  ) => {
    for (const [key, value] of Object.entries(entries)) applied.push({ kind, key, change: await save(key, value) })
  }
  if (programme.settings) applied.push({ kind: 'settings', key: '', change: await saveSettings(scope, programme.settings) })
  const administrators = await countAdministrators(scope)
  await each('members', programme.members, (email, member) => saveMember(scope, email, member, passwords.get(email)))
  await keepAdministrator(scope, administrators)
  await each('teams', programme.teams, (key, team) => saveTeam(scope, key, team))
  if (programme.settings) await checkNamed(scope, programme.settings)
  await each('journeys', programme.journeys, (key, journey) => saveJourney(scope, key, journey))
  await each('touchpoints', programme.touchpoints, (key, touchpoint) => saveTouchpoint(scope, key, touchpoint))
  for (const [key, journey] of Object.entries(programme.journeys)) await removeStages(scope, key, journey)
  await each('surveys', programme.surveys, async (key, { definition, publish }) => {
    const change = await saveSurvey(scope, key, definition)
    const published = publish ? await publishDraft(scope, key) : undefined
    if (published && isFailure(published)) throw new Refused(within(`surveys.${key}`, published))
    return change === 'unchanged' && published?.isNew ? 'changed' : change
  })
  await each('metrics', partsFirst(programme.metrics), (key, metric) => saveMetric(scope, key, metric))
  await each('webhooks', programme.webhooks, (key, webhook) => saveTarget(scope, 'webhook', key, webhook))
  await each('chats', programme.chats, (key, chat) => saveTarget(scope, 'chat', key, chat))
  await each('alertRules', programme.alertRules, (key, rule) => saveRule(scope, key, rule))
  for (const kind of caseOptionKinds) await each(kind, programme[kind], (key, option) => saveOption(scope, kind, key, option))
  if (Object.keys(programme.rootCauses).length > 0) await checkCauses(scope)
  return applied
}

/** Runs `work` in one transaction of an organization; whatever changes its programme comes one after the other. */
export const inProgramme = <T>(organizationId: string, by: string, work: (scope: Required<Scope>) => Promise<T>): Promise<T> =>
  prisma().$transaction(async (db) => {
    await db.$queryRaw`select 1 from organizations where id = ${organizationId}::uuid for update`
    return work({ db, organizationId, by, applyId: uuidV7() })
  })
