import { readFile } from 'node:fs/promises'
import { parse as parseYaml } from 'yaml'
import { inRoot } from '@/config/paths'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { openCase } from '@/pipeline/act/open-case'
import { readCase } from '@/pipeline/act/read-cases'
import { takeCaseStep } from '@/pipeline/act/record-case-event'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { recordEvents } from '@/pipeline/listen/record-events'
import { analyzeTables } from '@/pipeline/operate/analyze-tables'
import { markDemoLoaded, readDemoMark } from '@/pipeline/operate/demo-mark'
import { findPendingDeliveries, findPendingEvaluations } from '@/pipeline/operate/find-pending'
import { scoreResponses } from '@/pipeline/score/score-response'
import type { CaseHistory, DemoEvent, DemoResponse } from '~seed/demo'
import { generateDemo } from '~seed/generate-demo'

const days = 120
const seed = 1
const chunkSize = 1000

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** Expected failures are bugs of the demo here: it is ours, and a broken one must not look loaded. */
const expect = <T extends object>(what: string, outcome: T): Exclude<T, { error: unknown }> => {
  if ('error' in outcome) throw new Error(`the demo's ${what} failed: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { error: unknown }>
}

const importAll = async (organizationId: string, responses: readonly DemoResponse[], now: Date): Promise<void> => {
  for (const chunk of chunksOf(responses, chunkSize)) {
    const { rejected, ids } = await importResponses(organizationId, chunk, 'recent', now)
    if (rejected.length > 0) throw new Error(`the demo's responses were refused: ${JSON.stringify(rejected.slice(0, 3))}`)
    await analyzeTables()
    for (const batch of chunksOf(ids, 500)) await scoreResponses(batch.map((id) => ({ organizationId, id })))
  }
}

const recordAll = async (organizationId: string, events: readonly DemoEvent[], now: Date): Promise<void> => {
  for (const chunk of chunksOf(events, chunkSize)) {
    const { rejected } = await recordEvents(organizationId, chunk, now)
    if (rejected.length > 0) throw new Error(`the demo's events were refused: ${JSON.stringify(rejected.slice(0, 3))}`)
  }
}

/** The last day's answers alert as they would have; what they send is written as sent in the past and never leaves. */
const alertRecent = async (organizationId: string): Promise<void> => {
  for (const id of await findPendingEvaluations(organizationId)) await evaluateRules({ organizationId, id }, { isPast: true })
  for (const id of await findPendingDeliveries(organizationId)) await deliverMessage({ organizationId, id })
}

/** Works old cases as their owners did. A load that was cut short goes on behind the last step that was taken. */
const workCase = async (
  organizationId: string,
  { response: responseId, steps }: CaseHistory,
  submittedAt: Date,
): Promise<void> => {
  const timeOf = (minutes: number) => new Date(submittedAt.getTime() + minutes * 60_000)
  const opened = await openCase({ organizationId, responseId, severity: 'high', by: 'system', at: timeOf(0) })
  const { number } = expect('case', opened)
  const taken = ((await readCase(organizationId, { number }))?.events.length ?? 1) - 1
  for (const { afterMinutes, by, ...step } of steps.slice(taken))
    expect('case step', await takeCaseStep({ organizationId, number, step, by, at: timeOf(afterMinutes) }))
}

/**
 * Loads the demo company through the pipeline's own use cases, once an installation. Its ids follow from the moment the
 * installation was made, so running it again after it was cut short adds nothing twice. Answers whether it was loaded now.
 */
export const loadDemo = async (organizationId: string): Promise<boolean> => {
  const { createdAt, isLoaded } = await readDemoMark()
  if (isLoaded) return false
  const programme: unknown = parseYaml(await readFile(inRoot('prisma', 'seed', 'aurora-home.yaml'), 'utf8'))
  expect('programme', await applyProgramme(organizationId, programme))
  // A little before this moment: what is loaded must not pass for an answer that came in live.
  const now = new Date(createdAt.getTime() - 5 * 60_000)
  const { responses, events, caseHistory } = generateDemo({ seed, now, days })
  await importAll(organizationId, responses, createdAt)
  await recordAll(organizationId, events, createdAt)
  await alertRecent(organizationId)
  const submittedAt = new Map(responses.map((response) => [response.id, new Date(response.submittedAt)]))
  for (const batch of chunksOf(caseHistory, 5))
    await Promise.all(batch.map((history) => workCase(organizationId, history, submittedAt.get(history.response) ?? createdAt)))
  await markDemoLoaded()
  return true
}
