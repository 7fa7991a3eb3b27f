import { fail } from '@/domain/errors'
import { getUpload } from '@/pipeline/analyze/get-upload'
import { machineRoute } from '../../../_machine/route'

/** For the header's old form: what isn't plain ASCII is in the new one (RFC 6266). */
const plainName = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/g, '_')

const dispositionOf = (name: string): string =>
  `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`

/**
 * A file that a customer sent. It comes from a stranger: it is saved and never shown. That it could do nothing if it were shown
 * (nosniff, a sandbox without anything) is said of every answer under this path, by src/web/security-headers.ts.
 */
export const GET = machineRoute(
  'responses.read',
  async ({ caller, params }) => {
    const found = await getUpload(caller.organizationId, params.id ?? '')
    if (!found) return fail('not_found', 'There is no such file.')
    return new Response(found.body, {
      headers: {
        'content-type': found.type,
        'content-length': String(found.size),
        'content-disposition': dispositionOf(found.name),
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      },
    })
  },
  { isSessionEnough: true },
)
