import { expect, test } from 'vitest'
import { readDeliveryStatus } from '@/domain/delivery/delivery-status'

/** RFC 3464, appendix E.1 to E.3. */
const simple = `Reporting-MTA: dns; cs.utk.edu

Original-Recipient: rfc822;louisl@larry.slip.umd.edu
Final-Recipient: rfc822;louisl@larry.slip.umd.edu
Action: failed
Status: 4.0.0
Diagnostic-Code: smtp; 426 connection timed out
Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400
`
const many = `Reporting-MTA: dns; cs.utk.edu

Original-Recipient: rfc822;arathib@vnet.ibm.com
Final-Recipient: rfc822;arathib@vnet.ibm.com
Action: failed
Status: 5.0.0 (permanent failure)
Diagnostic-Code: smtp;
 550 'arathib@vnet.IBM.COM' is not a
 registered gateway user
Remote-MTA: dns; vnet.ibm.com

Original-Recipient: rfc822;johnh@hpnjld.njd.hp.com
Final-Recipient: rfc822;johnh@hpnjld.njd.hp.com
Action: delayed
Status: 4.0.0 (hpnjld.njd.jp.com: host name lookup failure)

Original-Recipient: rfc822;wsnell@sdcc13.ucsd.edu
Final-Recipient: rfc822;wsnell@sdcc13.ucsd.edu
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp; 550 user unknown
Remote-MTA: dns; sdcc13.ucsd.edu
`

test('the samples of RFC 3464 say who was not reached, and why', () => {
  expect(readDeliveryStatus(simple)).toEqual([
    { address: 'louisl@larry.slip.umd.edu', action: 'failed', status: '4.0.0', reason: '426 connection timed out' },
  ])
  expect(readDeliveryStatus(many)).toEqual([
    {
      ...{ address: 'arathib@vnet.ibm.com', action: 'failed', status: '5.0.0' },
      reason: "550 'arathib@vnet.IBM.COM' is not a registered gateway user",
    },
    { address: 'johnh@hpnjld.njd.hp.com', action: 'delayed', status: '4.0.0', reason: '' },
    { address: 'wsnell@sdcc13.ucsd.edu', action: 'failed', status: '5.0.0', reason: '550 user unknown' },
  ])
})

test('lines as they travel, names in any case, brackets and an address without a type’s blank are read alike', () => {
  const report =
    'reporting-mta:dns;mx\r\n\r\nFINAL-RECIPIENT:RFC822;<Ann@Home.example>\r\naction: Failed (no such user)\r\nStatus:5.1.1\r\n'
  expect(readDeliveryStatus(report)).toEqual([{ address: 'ann@home.example', action: 'failed', status: '5.1.1', reason: '' }])
})

test('who was written to counts, not where a forwarding led to', () => {
  const group =
    'Original-Recipient: rfc822; ann@shop.example\nFinal-Recipient: rfc822; ann@home.example\nAction: failed\nStatus: 5.1.1'
  expect(readDeliveryStatus(group)).toMatchObject([{ address: 'ann@shop.example' }])
})

test('a group without an address or an action, and anything else, is passed by', () => {
  expect(readDeliveryStatus('Final-Recipient: rfc822; nobody\nAction: failed')).toEqual([])
  expect(readDeliveryStatus('Final-Recipient: rfc822; a@b.example\nAction: exploded')).toEqual([])
  expect(readDeliveryStatus('')).toEqual([])
})
