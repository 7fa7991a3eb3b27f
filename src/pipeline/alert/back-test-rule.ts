import { namedMetric } from '@/domain/alert/about'
import { type Rule, ruleSchema } from '@/domain/alert/rule'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { findDefined } from '@/domain/metric/definition'
import { parse } from '@/domain/parse'
import { prisma } from '@/store/connection'
import { readDefinitions } from '@/store/metric/read-definitions'
import { readRule } from '@/store/programme/save-rule'
import { backTestAnswers } from './back-test-answers'
import { backTestFindings } from './back-test-findings'
import type { BackTest, BackTestAsked, Watch } from './back-test-parts'

export type { BackTest, BackTestAsked } from './back-test-parts'

/** A rule that isn't saved yet: complete, and about a metric that is there. */
const readUnsaved = async (organizationId: string, rule: unknown): Promise<Rule | Failure> => {
  const parsed = parse(ruleSchema, rule)
  if ('errors' in parsed) return fail('invalid', 'The rule isn’t complete.', parsed.errors)
  const tested: Rule = parsed.value
  const metric = tested.about && namedMetric(tested.about)
  if (metric === undefined || findDefined(await readDefinitions(organizationId), metric)) return tested
  return fail('invalid', undefined, [{ path: 'about.metric', message: `there is no metric "${metric}"` }])
}

const findTested = async ({ organizationId, key, rule }: BackTestAsked): Promise<Rule | Failure> => {
  if (rule !== undefined) return readUnsaved(organizationId, rule)
  const found = key === undefined ? undefined : await readRule({ db: prisma(), organizationId }, key)
  return found ? found.rule : fail('not_found', `There is no rule "${key}".`)
}

/**
 * What a rule would have done over the last days (calendar days of the organization, today among them), had it been enabled then.
 * Changes nothing. Reads in batches; `too_slow` where that takes longer than the limit.
 */
export const backTestRule = async (asked: BackTestAsked, watch: Watch = {}): Promise<BackTest | Failure> => {
  const rule = await findTested(asked)
  if (isFailure(rule)) return rule
  const { about } = rule
  return about ? backTestFindings({ ...rule, about }, asked, watch) : backTestAnswers(rule, asked, watch)
}
