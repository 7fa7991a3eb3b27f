import { can } from '@/auth/permissions'
import { isFailure } from '@/domain/errors'
import { mediaTypes } from '@/domain/export/export'
import { openExport } from '@/pipeline/analyze/find-exports'
import { machineRoute } from '../../../../_machine/route'

/** The file of one of one's own exports, as long as it is kept; saved and never shown. */
export const GET = machineRoute(
  'responses.export',
  async ({ caller, params }) => {
    const opened = await openExport(caller, params.id ?? '', can(caller.role, 'customers.read'))
    if (isFailure(opened)) return opened
    const { record, body } = opened
    const day = record.createdAt.toISOString().slice(0, 10)
    return new Response(body, {
      headers: {
        'content-type': mediaTypes[record.format],
        'content-disposition': `attachment; filename="responses-${day}-${record.id.slice(-6)}.${record.format}"`,
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      },
    })
  },
  { isSessionEnough: true },
)
