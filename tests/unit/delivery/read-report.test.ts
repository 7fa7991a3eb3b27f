import { expect, test } from 'vitest'
import { readReport } from '@/delivery/email/read-report'
import { bounceMail } from '~tests/support/bounce-mail'

const bytes = (text: string) => new TextEncoder().encode(text)
const recipient = 'ann@home.example'
const messageId = '0190aaaa-0000-7000-8000-000000000000@shop.example'
const found = {
  ...{ address: recipient, messageId, status: '5.1.1', isFinal: true },
  reason: `550 5.1.1 <${recipient}>: Recipient address rejected: User unknown`,
}

test.each(['message/rfc822', 'text/rfc822-headers'] as const)(
  'a mail that came back with its original as %s',
  async (original) => {
    expect(await readReport(bytes(bounceMail({ recipient, messageId, original })))).toEqual([found])
  },
)

test('a report whose head came as a header of its own', async () => {
  const mail = bounceMail({ recipient, messageId })
  const body = mail.slice(mail.indexOf('\r\n\r\n') + 4)
  const type = 'multipart/report; report-type=delivery-status; boundary="4ABC.1700000000/mx.shop.example"'
  expect(await readReport(bytes(body), type)).toEqual([found])
})

test('a delay isn’t final, what reached them is no bounce, and a failure without a status is one for good', async () => {
  const delayed = bounceMail({ recipient, action: 'delayed', status: '4.4.1', diagnostic: 'smtp; 451 try later' })
  expect(await readReport(bytes(delayed))).toMatchObject([{ status: '4.4.1', isFinal: false, messageId: null }])
  expect(await readReport(bytes(bounceMail({ recipient, action: 'delivered', status: '2.0.0' })))).toEqual([])
  const bare = bounceMail({ recipient, status: '', diagnostic: 'smtp; no such user here' })
  expect(await readReport(bytes(bare))).toMatchObject([{ status: '5.0.0', isFinal: true }])
})

test('an out-of-office note, an empty mail and noise hold no bounces', async () => {
  const note = `From: ann@home.example\r\nSubject: I am away\r\nContent-Type: text/plain\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\n`
  for (const mail of [note, '', '\u0000\u0001\r\n\r\n--x--']) expect(await readReport(bytes(mail))).toEqual([])
})
