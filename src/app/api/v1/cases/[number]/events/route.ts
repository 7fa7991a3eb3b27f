import { stepSchema } from '@/domain/case/step'
import { fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'
import { readCaseNumber } from '../../../../_machine/case-number'
import { machineBodyRoute } from '../../../../_machine/route'

export const POST = machineBodyRoute('cases.act', async ({ caller, params, body }) => {
  const number = readCaseNumber(params.number)
  if (number === undefined) return fail('case_not_found', `There is no case ${params.number}.`)
  const parsed = parse(stepSchema, body)
  if ('errors' in parsed) return fail('invalid', 'The step can’t be taken as given.', parsed.errors)
  const recorded = await recordCaseEvent({ organizationId: caller.organizationId, number, step: parsed.value, by: caller.by })
  return isFailure(recorded) ? recorded : { status: 201, body: recorded.case }
})
