import type { Permission } from '@/auth/permissions'
import { isFailure } from '@/domain/errors'
import { putObject } from '@/pipeline/design/put-object'
import { machineBodyRoute } from './route'

/** `PUT …/{key}` of one kind of object: 201 for a new one, 200 for one that was there, with the object as stored. */
export const putRoute = (kind: Parameters<typeof putObject>[1], permission: Permission) =>
  machineBodyRoute(permission, async ({ caller, params, body }) => {
    const saved = await putObject(caller.organizationId, kind, params.key ?? '', body, caller.by)
    if (isFailure(saved)) return saved
    return { status: saved.isNew ? 201 : 200, body: { key: params.key, ...(saved.stored as object) } }
  })
