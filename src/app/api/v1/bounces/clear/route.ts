import { readJson } from '@/collect/read-json'
import { marksSchema } from '@/domain/delivery/clear-marks'
import { fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { clearRefusedAddresses } from '@/pipeline/act/clear-refused'
import { machineRoute } from '../../../_machine/route'

/** Clears many marks at once: `{addresses: []}`, `{since, until?}` or `{all: true}`. Answers `{cleared, waiting}`. */
export const POST = machineRoute('bounces.write', async ({ caller, request }) => {
  const json = await readJson(request)
  if (json instanceof Response) return json
  const parsed = parse(marksSchema, json.value)
  if ('errors' in parsed) return fail('invalid', 'The body can’t be used.', parsed.errors)
  return { body: await clearRefusedAddresses(caller.organizationId, parsed.value) }
})
