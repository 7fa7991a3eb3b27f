import { type Failure, isFailure, within } from '@/domain/errors'
import { keyOfText } from '@/domain/free-key'
import { type Localized, localize } from '@/domain/localized'
import { findDefined } from '@/domain/metric/definition'
import { prisma } from '@/store/connection'
import { readDefinitions } from '@/store/metric/read-definitions'
import { readQuestions } from '@/store/programme/read-questions'
import { applyProgramme } from './apply-programme'

export type WrittenMetric = {
  organizationId: string
  by: string
  /** none for a new metric: its key is made from its name */
  key?: string | undefined
  /** the definition as it was when the writing began */
  seen?: unknown
  definition: unknown
}

const newKey = async (organizationId: string, definition: unknown): Promise<string> => {
  const [definitions, questions] = await Promise.all([
    readDefinitions(organizationId),
    readQuestions({ db: prisma(), organizationId }),
  ])
  const asked = new Set(questions.map(({ question }) => question.key))
  const { name } = definition as { name?: Localized }
  const isTaken = (key: string) => key === 'sentiment' || asked.has(key) || findDefined(definitions, key) !== undefined
  return keyOfText(localize(name, 'en'), 'metric', isTaken)
}

/** Saves a definition as a person wrote it. A conflict when it isn't any more what they began with: nothing is overwritten unseen. */
export const saveMetric = async (written: WrittenMetric): Promise<{ saved: string } | Failure> => {
  const { organizationId, by, key, seen, definition } = written
  const name = key ?? (await newKey(organizationId, definition))
  const expected = { metrics: { [name]: key === undefined ? null : seen } }
  const applied = await applyProgramme(organizationId, { metrics: { [name]: definition } }, { by, expected })
  return isFailure(applied) ? within(applied, `metrics.${name}`) : { saved: name }
}
