import { backTestSchema } from '@/domain/alert/back-test-schema'
import { fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { backTestRule } from '@/pipeline/alert/back-test-rule'
import { machineBodyRoute } from '../../../../_machine/route'
import { followBackTest } from './follow'

/**
 * What the rule would have done over the last days. With `rule` in the body, a rule as it is being written, stored or not. Whoever accepts
 * `application/x-ndjson` gets lines: `{progress}` as it goes on, then `{result}` or `{problem}`.
 */
export const POST = machineBodyRoute(
  'programme.write',
  async ({ caller, params, body, request }) => {
    const given = parse(backTestSchema, body)
    if ('errors' in given) return fail('invalid', 'This can’t be tested.', given.errors)
    const asked = { organizationId: caller.organizationId, key: params.key, ...given.value, now: new Date() }
    if (request.headers.get('accept')?.includes('application/x-ndjson')) return followBackTest(asked, request.signal)
    const result = await backTestRule(asked, { signal: request.signal })
    return isFailure(result) ? result : { body: result }
  },
  { isSessionEnough: true },
)
