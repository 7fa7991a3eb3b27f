import type { PoolClient } from 'pg'
import { asksWho } from '@/domain/condition/identifying'
import { type FoundResponse, type ResponsePageFilter, readPage } from '../response/response-page'
import { type Anonymity, readAnonymity } from './read-anonymity'

/**
 * `hidden`: anonymous answers of which fewer fit than that many are not among `rows`, nor any where what is asked for could tell whose
 * they are. Where an answer is asked what it says, whether any are left out isn't told: none would fit, or a few.
 */
export type ShownPage = { rows: FoundResponse[]; hidden: number | null }

/** Whether so few of a survey's answers fit that they are not shown one by one. */
const isFew = async (client: PoolClient, filter: ResponsePageFilter, survey: string, threshold: number): Promise<boolean> =>
  (await readPage(client, { ...filter, after: undefined, only: [survey], limit: threshold })).length < threshold

/** Whether there are anonymous answers where and when somebody looks, whatever they say. */
const hasAny = async (
  client: PoolClient,
  { organizationId, survey, surveys, touchpoint, journey, channel, from, before }: ResponsePageFilter,
  only: readonly string[],
): Promise<boolean> => {
  const scope = { organizationId, survey, surveys, touchpoint, journey, channel, from, before }
  return (await readPage(client, { ...scope, only, limit: 1 })).length > 0
}

/** Whether it is asked what an answer says or is, beside where and when it was given. */
const asksWhat = ({ where, words, categories, locale, status, customers, tagId, withoutTagId }: ResponsePageFilter): boolean =>
  [where, words, categories, locale, status, customers, tagId, withoutTagId].some((asked) => asked !== undefined)

const surveysOn = (page: readonly FoundResponse[], { surveys }: Anonymity): string[] => [
  ...new Set(page.map(({ survey_id }) => survey_id).filter((id) => surveys.includes(id))),
]

/**
 * A page of responses without those of anonymous surveys of which fewer than the threshold fit what is asked for. Only surveys that
 * stand on the page are looked at, so a page without anonymous answers costs what it did.
 */
export const readShownPage = async (client: PoolClient, filter: ResponsePageFilter): Promise<ShownPage> => {
  const anonymity = await readAnonymity(filter.organizationId)
  if (!anonymity) return { rows: await readPage(client, filter), hidden: null }
  const { threshold, surveys } = anonymity
  if (asksWho(filter.where)) return { rows: await readPage(client, { ...filter, without: surveys }), hidden: threshold }
  const [enough, few] = [new Set<string>(), new Set<string>()]
  for (;;) {
    const rows = await readPage(client, few.size > 0 ? { ...filter, without: [...few] } : filter)
    const unknown = surveysOn(rows, anonymity).filter((id) => !enough.has(id))
    if (unknown.length === 0) {
      const isHidden = few.size > 0 || (asksWhat(filter) && (await hasAny(client, filter, surveys)))
      return { rows, hidden: isHidden ? threshold : null }
    }
    for (const id of unknown) (await isFew(client, filter, id, threshold)) ? few.add(id) : enough.add(id)
  }
}

/** The anonymous surveys whose answers are left out of everything that fits, for a file or a count; `where` there is one at all. */
export const surveysWithFew = async (client: PoolClient, filter: Omit<ResponsePageFilter, 'limit'>): Promise<string[]> => {
  const anonymity = await readAnonymity(filter.organizationId)
  if (!anonymity || asksWho(filter.where)) return anonymity?.surveys ?? []
  const few: string[] = []
  for (const id of anonymity.surveys) if (await isFew(client, { ...filter, limit: 1 }, id, anonymity.threshold)) few.push(id)
  return few
}
