import { fail } from '@/domain/errors'
import { readCase } from '@/pipeline/act/read-cases'
import { readCaseNumber } from '../../../_machine/case-number'
import { machineRoute } from '../../../_machine/route'
import { tellContact } from '../../../_machine/tell-contact'

export const GET = machineRoute('cases.read', async ({ caller, params }) => {
  const number = readCaseNumber(params.number)
  const found = number === undefined ? undefined : await readCase(caller.organizationId, { number })
  return found ? { body: tellContact(caller.role, found) } : fail('case_not_found', `There is no case ${params.number}.`)
})
