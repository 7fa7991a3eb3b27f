import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { fail, isFailure } from '@/domain/errors'
import { findTargets, getTarget, type TargetView } from '@/pipeline/design/find-targets'
import { removeObject } from '@/pipeline/design/remove-object'
import { saveTarget } from '@/pipeline/design/save-target'
import { testTarget } from '@/pipeline/design/test-target'
import { machineBodyRoute, machineRoute } from './route'

/** A webhook or a chat as the machine door tells it: never its secret, nor the address of a chat. */
const tell = ({
  id: _,
  channel,
  name,
  url,
  app,
  events,
  locale,
  disabledAt,
  disabledReason,
  formerUntil,
  last: __,
  ...rest
}: TargetView) => ({
  key: rest.key,
  ...(name === null ? {} : { name }),
  ...(channel === 'webhook' ? { url, events } : { app, ...(locale === null ? {} : { locale }) }),
  words: rest.words,
  enabled: disabledAt === null,
  disabled: disabledAt === null ? null : { at: disabledAt, reason: disabledReason },
  ...(channel === 'webhook' ? { formerSecretUntil: formerUntil } : {}),
  rules: rest.rules.map(({ key }) => key),
  waiting: rest.waiting,
  createdAt: rest.createdAt,
})

const kindOf = (channel: TargetChannel) => (channel === 'webhook' ? 'webhooks' : 'chats')

/** The calls for one kind of target: reading is for those who see the settings, changing lets data leave the house and is an administrator's. */
export const targetRoutes = (channel: TargetChannel) => ({
  list: machineRoute('settings.read', async ({ caller }) => ({
    body: { items: (await findTargets(caller.organizationId, channel)).map(tell), nextCursor: null },
  })),
  get: machineRoute('settings.read', async ({ caller, params }) => {
    const found = await getTarget(caller.organizationId, channel, params.key ?? '')
    return found ? { body: tell(found) } : fail('not_found', `There is no ${channel} "${params.key}".`)
  }),
  put: machineBodyRoute('settings.write', async ({ caller, params, body }) => {
    const { organizationId, by } = caller
    const saved = await saveTarget({ organizationId, by, channel, key: params.key ?? '', input: body })
    if (isFailure(saved)) return saved
    const secret = saved.secret === undefined ? {} : { secret: saved.secret }
    return { status: saved.isNew ? 201 : 200, body: { ...tell(saved.target), ...secret } }
  }),
  remove: machineRoute('settings.write', async ({ caller, params }) => {
    const removed = await removeObject(caller.organizationId, kindOf(channel), params.key ?? '', caller.by)
    return isFailure(removed) ? removed : new Response(null, { status: 204 })
  }),
  test: machineRoute('settings.write', async ({ caller, params }) => {
    const asked = await testTarget(caller.organizationId, channel, params.key ?? '')
    return isFailure(asked) ? asked : { status: 202, body: { delivery: asked.id } }
  }),
})
