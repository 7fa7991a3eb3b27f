import { pastAlertsSchema } from '@/domain/alert/back-test-schema'
import { fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { raisePastAlerts } from '@/pipeline/alert/raise-past-alerts'
import { machineBodyRoute } from '../../../../_machine/route'

/** Raises what the stored rule would have raised over the last days; asked again, it adds nothing twice. */
export const POST = machineBodyRoute('programme.write', async ({ caller, params, body }) => {
  const given = parse(pastAlertsSchema, body)
  if ('errors' in given) return fail('invalid', 'This can’t be run.', given.errors)
  const { days, notify } = given.value
  const { organizationId } = caller
  const done = await raisePastAlerts({ organizationId, key: params.key ?? '', days, acts: notify, now: new Date() })
  return isFailure(done) ? done : { body: done }
})
