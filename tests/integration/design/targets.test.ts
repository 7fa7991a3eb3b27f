import { beforeAll, expect, test } from 'vitest'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { planProgramme } from '@/pipeline/design/plan-programme'
import { openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  process.env.EARSHOT_ALLOWED_TARGETS = 'erp.local, 10.2.0.0/16'
  organizationId = await openShop()
})

const webhook = (url: string) => applyProgramme(organizationId, { webhooks: { one: { url } } })

test.each([
  'http://erp.example/hook',
  'https://localhost/hook',
  'https://127.0.0.1/hook',
  'https://0x7f.1/hook',
  'https://2130706433/hook',
  'https://10.3.0.1/hook',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/hook',
  'https://[::ffff:10.0.0.1]/hook',
  'https://[fd00::1]/hook',
  'https://user:password@erp.example/hook',
  'ftp://erp.example/hook',
  'not an address',
])('%s is refused as an address', async (url) => {
  expect(await webhook(url)).toMatchObject({ error: 'invalid', errors: [{ path: 'webhooks.one.url' }] })
})

test.each(['https://erp.example/hook', 'http://erp.local:8080/hook', 'http://10.2.3.4/hook', 'https://[2606:4700::1]/hook'])(
  '%s may be an address',
  async (url) => {
    expect(await webhook(url)).toHaveProperty('applied')
  },
)

test('what goes out has no secrets and comes back with nothing to change; a chat’s address is one', async () => {
  const chats = { group: { app: 'feishu', url: 'https://open.feishu.cn/open-apis/bot/v2/hook/its-key', secret: 'its-secret' } }
  expect(await applyProgramme(organizationId, { chats })).toHaveProperty('applied')
  const exported = await exportProgramme(organizationId)
  expect(JSON.stringify(exported)).not.toMatch(/its-key|its-secret|whsec_/)
  expect(exported.chats).toEqual({ group: { app: 'feishu' } })
  const planned = await planProgramme(organizationId, { webhooks: exported.webhooks, chats: exported.chats })
  expect(planned).toMatchObject({ plan: [{ plan: 'leave' }, { plan: 'leave' }] })
  expect(await applyProgramme(organizationId, { chats: { other: { app: 'slack' } } })).toMatchObject({
    errors: [{ path: 'chats.other.url' }],
  })
  const history = await rowsOf<{ row: string }>(
    `select to_jsonb(c)::text as row from programme_changes c where kind in ('chats', 'webhooks')`,
  )
  expect(history.filter(({ row }) => /its-key|its-secret|whsec_/.test(row))).toEqual([])
  const changed = { group: { app: 'feishu', secret: 'another' } }
  expect(await applyProgramme(organizationId, { chats: changed })).toMatchObject({ applied: [{ change: 'changed' }] })
  expect(await applyProgramme(organizationId, { chats: changed })).toMatchObject({ applied: [{ change: 'unchanged' }] })
})

test('a rule can’t name a webhook that isn’t there, nor be told of by mail what isn’t a person', async () => {
  const rule = (notify: object[]) =>
    applyProgramme(organizationId, {
      alertRules: { r: { name: 'R', when: { field: 'score.nps', op: 'lte', value: 6 }, notify } },
    })
  expect(await rule([{ to: 'webhook:nowhere' }])).toMatchObject({ errors: [{ path: 'alertRules.r.notify' }] })
  expect(await rule([{ to: 'webhook:one', by: 'email' }])).toMatchObject({ error: 'invalid' })
  expect(await rule([{ to: 'webhook:one' }, { to: 'chat:group', by: 'chat' }])).toHaveProperty('applied')
  const [stored] = await rowsOf<{ notify: object }>(`select definition->'notify' as notify from alert_rules where key = 'r'`)
  expect(stored?.notify).toEqual([
    { to: 'webhook:one', by: 'webhook' },
    { to: 'chat:group', by: 'chat' },
  ])
})
