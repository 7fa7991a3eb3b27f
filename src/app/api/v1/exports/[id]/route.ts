import { isFailure } from '@/domain/errors'
import { cancelExport, getExport } from '@/pipeline/analyze/find-exports'
import { machineRoute } from '../../../_machine/route'
import { tellExport } from '../../../_machine/tell-export'

/** How far one of one's own exports is. */
export const GET = machineRoute('responses.export', async ({ caller, params }) => {
  const found = await getExport(caller, params.id ?? '')
  return isFailure(found) ? found : { body: tellExport(found) }
})

/** Stops it, or deletes its file. */
export const DELETE = machineRoute('responses.export', async ({ caller, params }) => {
  const cancelled = await cancelExport(caller, params.id ?? '')
  return isFailure(cancelled) ? cancelled : { body: tellExport(cancelled) }
})
