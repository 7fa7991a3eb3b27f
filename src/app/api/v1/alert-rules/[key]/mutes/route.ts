import { isFailure } from '@/domain/errors'
import { findMutes, type Mute, muteRule } from '@/pipeline/alert/mute-rule'
import { machineBodyRoute, machineRoute } from '../../../../_machine/route'

const told = ({ touchpoint, ...mute }: Mute) => ({ ...mute, touchpoint: touchpoint?.key ?? null })

export const GET = machineRoute('programme.read', async ({ caller, params }) => ({
  body: { items: (await findMutes(caller.organizationId, params.key ?? '')).map(told), nextCursor: null },
}))

export const POST = machineBodyRoute('programme.write', async ({ caller, params, body }) => {
  const { organizationId, by } = caller
  const mute = await muteRule({ organizationId, by, key: params.key ?? '', now: new Date() }, body)
  return isFailure(mute) ? mute : { status: 201, body: told(mute) }
})
