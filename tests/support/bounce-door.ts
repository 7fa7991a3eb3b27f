import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { DELETE } from '@/app/api/v1/bounces/[address]/route'
import { POST as CLEAR } from '@/app/api/v1/bounces/clear/route'
import { POST } from '@/app/api/v1/bounces/route'
import { closeMail } from '@/delivery/email/send-email'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { makeDelivery } from './deliveries'
import { openShop, rowsOf } from './shop'
import { type SmtpSink, startSmtpSink } from './smtp-sink'

/** Who answers for the shop's touchpoint, and gets its alerts. */
export const olga = 'olga@shop.example'

export const keyOf = async (organization: string, role: string): Promise<string> => {
  const made = await createApiKey(organization, role, role)
  if ('error' in made) throw new Error(made.detail)
  return made.key
}

let organizationId: string
let sink: SmtpSink
let key: string

/** The shop of this file's tests, and the mail server that its mails go to. */
export const shopOf = () => ({ organizationId, sink })

/** A shop whose mails go to a server that can refuse them; each test begins without marks. */
export const openBounceDoor = (): void => {
  beforeAll(async () => {
    sink = await startSmtpSink()
    process.env.SMTP_URL = sink.url
    organizationId = await openShop()
    key = await keyOf(organizationId, 'manager')
  })
  beforeEach(async () => {
    await rowsOf('delete from refused_addresses where organization_id = $1', [organizationId])
    await rowsOf('update members set away_from = null, away_until = null, deputy_member_id = null where organization_id = $1', [
      organizationId,
    ])
  })
  afterEach(() => {
    sink.refuseWith = undefined
    sink.refuseRecipientWith = undefined
  })
  afterAll(async () => {
    closeMail()
    await sink.stop()
  })
}

type Answered = { status: number; body: Record<string, unknown> }

const read = async (answer: Response): Promise<Answered> => ({
  status: answer.status,
  body: (await answer.json()) as Record<string, unknown>,
})
const request = (path: string, body: string, type: string, token: string) =>
  new Request(`http://earshot.example/api/v1/${path}`, {
    ...{ method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': type }, body },
  })

export const post = async (body: string, type = 'message/rfc822', token = key): Promise<Answered> =>
  read(await POST(request('bounces', body, type, token), { params: Promise.resolve({}) }))

export const tell = (body: unknown, token?: string): Promise<Answered> => post(JSON.stringify(body), 'application/json', token)

export const clear = (address: string, token = key): Promise<Response> =>
  DELETE(
    new Request('http://earshot.example/api/v1/bounces/x', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } }),
    { params: Promise.resolve({ address }) },
  )

export const clearMany = async (body: unknown, token = key): Promise<Answered> =>
  read(await CLEAR(request('bounces/clear', JSON.stringify(body), 'application/json', token), { params: Promise.resolve({}) }))

export const marks = () =>
  rowsOf<{ address: string; status: string | null; reason: string }>(
    'select address, status, reason from refused_addresses where organization_id = $1 order by address',
    [organizationId],
  )

export const send = (id: string): Promise<void> => deliverMessage({ organizationId, id })

export const sendOne = async () => {
  const made = await makeDelivery(organizationId)
  await send(made.id)
  return { ...made, messageId: `${made.id}@localhost` }
}
