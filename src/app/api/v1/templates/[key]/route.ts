import { z } from 'zod'
import { fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { emailSchema, keySchema } from '@/domain/schemas'
import { makeFromTemplate } from '@/pipeline/design/templates'
import { machineBodyRoute } from '../../../_machine/route'

const bodySchema = z.strictObject({ owner: z.union([emailSchema, keySchema]) })

/** Makes a touchpoint of the owner's (a member's email or a team), a draft survey and a rule. */
export const POST = machineBodyRoute('programme.write', async ({ caller, body, params }) => {
  const given = parse(bodySchema, body)
  if ('errors' in given) return fail('invalid', undefined, given.errors)
  const made = await makeFromTemplate(caller.organizationId, params.key ?? '', given.value.owner, caller.by)
  return isFailure(made) ? made : { status: 201, body: made }
})
